import Crypto

/// The hash by which journals name a program.
///
/// SHA-256 over the trees of its files. Comments, layout, the names of files and the style of quotes do not count; the
/// order of keys does, since it is an order of steps, questions and rows. Of DMN models each byte counts.
enum ContentHash {
  /// The hash of files and DMN models in a given order, in lower-case hexadecimal.
  ///
  /// - Parameters:
  ///   - files: Flows and what is shared, in order.
  ///   - models: Texts of DMN models, after the files.
  ///   - forms: What is known of files by their paths; of the others the tree is read.
  ///   - edition: The edition by which they are read.
  static func hash(
    of files: [SourceText], models: [SourceText] = [], forms: [String: CanonicalForm] = [:],
    edition: Edition = .current
  ) -> String {
    var function = SHA256()
    function.update(data: Array("flowrun program \(edition.rawValue)\n".utf8))
    for file in files {
      function.update(data: (forms[file.path] ?? CanonicalForm(of: TreeReader.read(file))).bytes)
    }
    for model in models { function.update(data: CanonicalForm(ofModel: model.text).bytes) }
    let digest = function.finalize()
    let digits = Array("0123456789abcdef")
    return String(digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }
}

/// YAML trees as bytes, so that two trees have the same bytes if and only if they say the same.
struct CanonicalForm: Sendable, Hashable {
  private(set) var bytes: [UInt8] = []

  /// A file's tree; nothing where it has none.
  init(of tree: Tree) {
    if let root = tree.root { add(root) }
  }

  /// A DMN model as it is written.
  init(ofModel text: String) { add("d", text) }

  /// Appends a tree. Each part is preceded by its kind and its length, so that no two trees run together.
  private mutating func add(_ node: Node) {
    switch node.form {
    case .scalar(let scalar): add(scalar.hasPlainMeaning ? "p" : "s", scalar.text)
    case .sequence(let items):
      add("l", count: items.count)
      for item in items { add(item) }
    case .mapping(let entries):
      add("m", count: entries.count)
      for entry in entries {
        add("s", entry.key.value)
        add(entry.value)
      }
    }
  }

  private mutating func add(_ kind: Unicode.Scalar, _ text: String) {
    add(kind, count: text.utf8.count)
    bytes.append(contentsOf: text.utf8)
    bytes.append(UInt8(ascii: "\n"))
  }

  private mutating func add(_ kind: Unicode.Scalar, count: Int) {
    bytes.append(UInt8(ascii: kind))
    bytes.append(contentsOf: String(count).utf8)
    bytes.append(UInt8(ascii: ":"))
  }
}

extension Node.Scalar {
  /// Whether the words mean something else without quotes than with them: booleans, numbers, null, nothing at all.
  fileprivate var hasPlainMeaning: Bool {
    guard style == .plain else { return false }
    switch text {
    case "true", "false", "null", "~", "": return true
    default: return isNumber
    }
  }

  private var isNumber: Bool {
    var rest = text.utf8[...]
    if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
    guard let first = rest.first, (48...57).contains(first) || first == UInt8(ascii: ".") else {
      return false
    }
    return rest.allSatisfy { (48...57).contains($0) || $0 == UInt8(ascii: ".") }
      && rest.count { $0 == UInt8(ascii: ".") } <= 1
  }
}

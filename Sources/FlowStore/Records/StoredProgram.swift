import FlowDSL
import FlowRuntime
import GRDB

/// A program as the journal keeps it: enough to compile it again when the files are long gone.
public struct StoredProgram: Sendable, Hashable {
  /// The program's hash, by which cases name it.
  public var hash: String
  /// The YAML texts it was made of.
  public var sources: [SourceText]

  /// A program by its hash and its sources.
  public init(hash: String, sources: [SourceText]) {
    self.hash = hash
    self.sources = sources
  }

  /// What to keep of a compiled program.
  public init(_ program: Program) {
    self.init(hash: program.hash, sources: program.sources)
  }

  /// `[{"hash":…,"path":…}]`: which text stood at which path.
  var manifest: [UInt8] {
    var json = CanonicalWriter()
    json.beginArray()
    for source in sources {
      json.item()
      json.beginObject()
      json.field("hash")
      json.hexadecimal(Hash(of: source.text))
      json.field("path", source.path)
      json.endObject()
    }
    json.endArray()
    return json.bytes
  }

  /// Reads a manifest.
  static func sources(manifest: [UInt8]) throws(ReadingFault) -> [(hash: Hash, path: String)] {
    var sources: [(Hash, String)] = []
    var json = CanonicalReader(manifest)
    try json.beginArray()
    while try json.item() {
      try json.beginObject()
      try json.field("hash")
      let hash = try json.hash()
      try json.field("path", after: "hash")
      sources.append((hash, try json.string()))
      try json.endObject(after: "path")
    }
    try json.end()
    return sources
  }
}

extension StoredProgram {
  /// Keeps the program unless it is kept already.
  ///
  /// - Throws: `programDiffers` when a program of that hash is kept with other texts.
  func insert(into database: Database) throws {
    guard try !isKept(in: database) else { return }
    for source in sources {
      try database.execute(
        sql: """
          INSERT INTO sources (hash, text) SELECT :hash, :text
          WHERE NOT EXISTS (SELECT 1 FROM sources WHERE hash = :hash)
          """, arguments: ["hash": Hash(of: source.text).bytes.blob, "text": source.text])
    }
    try database.execute(
      sql: "INSERT INTO programs (hash, manifest) VALUES (?, ?)", arguments: [hash, manifest.blob])
  }

  /// Whether the program is kept; refuses one of the same hash with other texts.
  func isKept(in database: Database) throws -> Bool {
    let kept = try Row.fetchOne(
      database.cachedStatement(sql: "SELECT manifest FROM programs WHERE hash = ?"), arguments: [hash])
    guard let kept else { return false }
    guard try kept.bytes(at: 0) == manifest else { throw StoreError.programDiffers(hash) }
    return true
  }

  /// The program of that hash.
  static func find(_ hash: String, in database: Database) throws -> StoredProgram {
    guard
      let row = try Row.fetchOne(
        database, sql: "SELECT manifest FROM programs WHERE hash = ?", arguments: [hash])
    else { throw StoreError.noSuchProgram(hash) }
    let named: [(hash: Hash, path: String)]
    do { named = try sources(manifest: row.bytes(at: 0)) } catch {
      throw DamagedRow(reason: "manifest of program \(hash)")
    }
    let sources = try named.map { hash, path in
      guard
        let row = try Row.fetchOne(
          database, sql: "SELECT text FROM sources WHERE hash = ?", arguments: [hash.bytes.blob]),
        let text = try? row.value(String.self, at: 0), Hash(of: text) == hash
      else { throw DamagedRow(reason: "source \(path), \(hash)") }
      return SourceText(path: path, text: text)
    }
    return StoredProgram(hash: hash, sources: sources)
  }
}

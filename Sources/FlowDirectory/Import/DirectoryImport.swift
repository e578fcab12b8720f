import FlowDSL

/// A table of services as a file of the directory.
public struct DirectoryImport: Sendable, Hashable {
  /// The services, in the order of the rows.
  public let services: [Service]
  /// The text of the file.
  public let text: String

  /// Takes a table; nothing of it where anything is wrong.
  ///
  /// - Parameters:
  ///   - bytes: A CSV file, UTF-8, its headers in French or English, with commas or semicolons.
  ///   - name: The name of the directory.
  ///   - known: The directory beside which the file will lie: its categories may be used, and its services' names may not.
  /// - Throws: All that is wrong with the table, by row.
  public init(_ bytes: [UInt8], named name: String, known: Directory) throws(ImportFailure) {
    let table = try ServiceTable(bytes)
    var reader = RowReader(table, known: known)
    services = table.rows.compactMap { reader.service($0) }
    let faults = (table.faults + reader.faults).enumerated().sorted {
      ($0.element.row, $0.offset) < ($1.element.row, $1.offset)
    }.map(\.element)
    guard faults.isEmpty else { throw ImportFailure(faults: faults) }
    text = DirectoryText.text(named: name, services)
    guard text.utf8.count <= Limits.fileSize else {
      throw ImportFailure(.tooLarge, row: 0, ["limit": String(Limits.fileSize)])
    }
    let read = SyntaxReader.read(SourceText(path: "directory/\(name).yaml", text: text))
    if let fault = read.diagnostics.first {
      throw ImportFailure(
        .other, row: 0, ["found": "\(fault.code.rawValue), \(fault.place.start.line)"])
    }
  }

  /// The name of the directory that a file of this name holds: `Services 2026.csv` gives `services-2026`.
  public static func name(ofFile file: String) -> String {
    let stem = file.split(separator: ".").first.map(String.init) ?? file
    let name = Names.suggestion(for: stem, joint: "-")
    return name.isEmpty ? "local" : name
  }
}

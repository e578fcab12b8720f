import FlowDSL
import SwiftCSV

/// The cells of a CSV file under their columns (RFC 4180, with commas or semicolons).
struct ServiceTable {
  /// A row that holds anything.
  struct Row {
    /// As a spreadsheet counts, 1 for the headers.
    let number: Int
    /// Cells without white space around; those that are empty are left out.
    let cells: [TableColumn: String]
  }

  /// More rows do not fit into a file of the directory.
  static let rowLimit = 1_000
  /// Characters of a cell.
  static let cellLimit = 1_000

  /// Headers as written.
  let headers: [TableColumn: String]
  let rows: [Row]
  /// What is wrong with headers and cells as such; the rows are read all the same.
  let faults: [RowFault]

  /// Reads a file.
  init(_ bytes: [UInt8]) throws(ImportFailure) {
    guard bytes.count <= Limits.fileSize else {
      throw ImportFailure(.tooLarge, row: 0, ["limit": String(Limits.fileSize)])
    }
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    guard let text = String(validating: content, as: UTF8.self) else { throw ImportFailure(.notUTF8, row: 0) }
    let records = try Self.records(of: text)
    guard let first = records.first, records.count > 1 || !first.allSatisfy(\.isEmpty) else {
      throw ImportFailure(.empty, row: 0)
    }
    var faults: [RowFault] = []
    let columns = Self.columns(first, &faults)
    var rows: [Row] = []
    for (index, record) in records.enumerated().dropFirst() where !record.allSatisfy(\.trimmed.isEmpty) {
      rows.append(Self.row(record, number: index + 1, columns, headers: first, &faults))
    }
    if rows.count > Self.rowLimit {
      throw ImportFailure(.tooManyRows, row: 0, ["limit": String(Self.rowLimit)])
    }
    if rows.isEmpty { faults.append(RowFault(.empty, row: 0)) }
    // Where columns lack, each row would lack a cell.
    let lacks: Set<RowFault.Kind> = [.empty, .missingColumn, .columnTwice]
    if faults.contains(where: { lacks.contains($0.kind) }) { throw ImportFailure(faults: faults) }
    self.faults = faults
    headers = Dictionary(zip(columns, first).compactMap { column, header in column.map { ($0, header) } }) {
      first, _ in first
    }
    self.rows = rows
  }

  /// All records, the headers first.
  ///
  /// SwiftCSV takes a quote that is never closed for one that is closed by the end; and it says of a fault in which row it
  /// is only by the rows that it gave before. It is therefore asked for the headers first, then row by row.
  private static func records(of text: String) throws(ImportFailure) -> [[String]] {
    var records: [[String]] = []
    do {
      let file = try EnumeratedCSV(
        string: text, delimiter: delimiter(of: text), loadColumns: false, rowLimit: 0)
      records.append(file.header)
      try file.enumerateAsArray(startAt: 1, rowLimit: nil) { records.append($0) }
    } catch {
      throw ImportFailure(.quoteInside, row: records.count + 1)
    }
    if !text.utf8.count(where: { $0 == UInt8(ascii: "\"") }).isMultiple(of: 2) {
      throw ImportFailure(.quoteNotClosed, row: records.count)
    }
    return records
  }

  /// The separator that the headers have more of, outside of quotes.
  private static func delimiter(of text: String) -> CSVDelimiter {
    var counts: [Character: Int] = [:]
    var isQuoted = false
    for character in text {
      if character == "\"" { isQuoted.toggle() }
      if character.isNewline, !isQuoted { break }
      if !isQuoted { counts[character, default: 0] += 1 }
    }
    return counts[";", default: 0] > counts[",", default: 0] ? .semicolon : .comma
  }

  private static func columns(_ headers: [String], _ faults: inout [RowFault]) -> [TableColumn?] {
    var seen: Set<TableColumn> = []
    let columns = headers.map { header -> TableColumn? in
      guard let column = TableColumn(header: header) else {
        let known = TableColumn.allCases.compactMap(\.headers.first).joined(separator: ", ")
        faults.append(RowFault(.unknownColumn, row: 1, column: header.trimmed, ["known": known]))
        return nil
      }
      if !seen.insert(column).inserted {
        faults.append(RowFault(.columnTwice, row: 1, column: header.trimmed))
      }
      return column
    }
    for column in [TableColumn.category, .area, .source] where !seen.contains(column) {
      faults.append(RowFault(.missingColumn, row: 1, ["column": column.headers[0]]))
    }
    if !seen.contains(.title), !(seen.contains(.titleFrench) && seen.contains(.titleEnglish)) {
      faults.append(RowFault(.missingColumn, row: 1, ["column": "title_fr, title_en"]))
    }
    return columns
  }

  private static func row(
    _ record: [String], number: Int, _ columns: [TableColumn?], headers: [String],
    _ faults: inout [RowFault]
  ) -> Row {
    if record.count > columns.count, !record[columns.count...].allSatisfy(\.trimmed.isEmpty) {
      faults.append(
        RowFault(.tooManyCells, row: number, found: record[columns.count...].joined(separator: " | ")))
    }
    var cells: [TableColumn: String] = [:]
    for (place, cell) in record.enumerated() where place < columns.count {
      let text = cell.trimmed
      let header = headers[place].trimmed
      if let hidden = text.unicodeScalars.first(where: { TextInspection.isHidden($0.value) }) {
        let code = String(hidden.value, radix: 16, uppercase: true)
        faults.append(
          RowFault(
            .hiddenCharacter, row: number, column: header,
            ["found": "U+" + String(repeating: "0", count: max(0, 4 - code.count)) + code]))
      } else if text.count > cellLimit {
        faults.append(
          RowFault(
            .tooLong, row: number, column: header, found: String(text.prefix(40)) + "…",
            ["limit": String(cellLimit)]))
      }
      if let column = columns[place], !text.isEmpty { cells[column] = text }
    }
    return Row(number: number, cells: cells)
  }
}

extension ImportFailure {
  init(_ kind: RowFault.Kind, row: Int, _ arguments: [String: String] = [:]) {
    faults = [RowFault(kind, row: row, arguments)]
  }
}

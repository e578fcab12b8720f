import GRDB

extension StoreError {
  /// What an error of the database means for a journal.
  init(_ error: any Error, path: String) {
    switch error {
    case let error as StoreError: self = error
    case let error as DatabaseError: self.init(database: error, path: path)
    case let error as DamagedRow: self = .damaged(path: path, reason: error.reason)
    case let error as RowDecodingError: self = .damaged(path: path, reason: error.description)
    default: self = .database(reason: String(describing: error))
    }
  }

  private init(database error: DatabaseError, path: String) {
    let reason = error.message ?? String(describing: error.extendedResultCode)
    switch error.resultCode {
    case .SQLITE_FULL: self = .diskFull(path: path)
    case .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_PROTOCOL: self = .locked(path: path)
    case .SQLITE_READONLY, .SQLITE_PERM: self = .readOnly(path: path)
    case .SQLITE_NOTADB: self = .notADatabase(path: path)
    case .SQLITE_CORRUPT, .SQLITE_FORMAT: self = .damaged(path: path, reason: reason)
    case .SQLITE_CANTOPEN: self = .cannotOpen(path: path, reason: reason)
    case .SQLITE_IOERR: self = .inputOutput(path: path, reason: reason)
    case .SQLITE_CONSTRAINT where error.extendedResultCode == .SQLITE_CONSTRAINT_TRIGGER:
      self = .appendOnly(reason: reason)
    default: self = .database(reason: reason)
    }
  }
}

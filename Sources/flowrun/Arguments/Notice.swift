/// Something that is said on the standard error and ends nothing: words from the catalogues.
struct Notice: Sendable, Hashable {
  /// The names by which the catalogues know the tool's notices.
  enum Name: String, Sendable, CaseIterable {
    case openToOthers = "open-to-others"
    case caseDamaged = "case-damaged"
  }

  let name: Name
  /// What its words mention.
  let arguments: [String: String]

  /// Others than its owner and the owner's group may open a journal.
  static func openToOthers(_ path: String) -> Notice {
    Notice(name: .openToOthers, arguments: ["path": path])
  }

  /// A case that cannot be read is passed over.
  static func damaged(_ identifier: String) -> Notice {
    Notice(name: .caseDamaged, arguments: ["case": identifier])
  }
}

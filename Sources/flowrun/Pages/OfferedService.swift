import FlowDSL

/// A service that a page offers, with the reasons for its place in the list, in words.
struct OfferedService: Sendable {
  var service: Service
  /// As dialled; empty where it has none.
  var number: String
  /// How far it is and whether it is closed, where a position is known; whether it speaks the person's language; its hours
  /// and whom it is for.
  var reasons: [String]
}

extension Grammar {
  /// The file `calendar.yaml`.
  public static let calendar = KeySet(
    name: "calendar", section: "13.8",
    keys: [
      .required("calendar", "france"), Key("source", "\"C. trav. L3133-1\""), .required("week", "mon-fri"),
      Key("holidays", "{new-year: 01-01, easter-monday: {easter: 1}}"),
    ])

  /// A holiday that moves with Easter.
  public static let holiday = KeySet(
    name: "holiday", section: "13.8", keys: [.required("easter", "1")])
}

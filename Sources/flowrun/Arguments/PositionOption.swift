import ArgumentParser
import FlowDirectory

/// From where services are listed.
struct PositionOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      Where to look from: latitude and longitude in degrees, 47.50,2.50. Services near there come first. It is kept nowhere, but \
      distances from there are shown: never a secret address. Default: FLOWRUN_POSITION.
      """,
      valueName: "latitude,longitude"))
  var position: String?

  /// Where; `nil` where it is not said.
  func position(_ environment: [String: String]) throws(Failure) -> GeographicPosition? {
    try Self.position(position, environment)
  }

  /// A position as typed, else that of the station; `nil` without either.
  static func position(
    _ typed: String?, _ environment: [String: String]
  ) throws(Failure) -> GeographicPosition? {
    guard let text = typed ?? environment["FLOWRUN_POSITION"] else { return nil }
    guard let position = GeographicPosition(text) else {
      throw Failure(.badPosition, .usage, ["found": text])
    }
    return position
  }
}

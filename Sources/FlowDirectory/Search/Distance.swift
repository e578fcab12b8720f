/// A distance as people say it: to ten metres, from a kilometre on to a tenth of one, from ten on to one.
public enum Distance: Sendable, Hashable {
  /// Less than a kilometre.
  case metres(Int)
  /// A kilometre or more, with tenths below ten.
  case kilometres(Int, tenths: Int?)

  /// A distance in metres.
  public init(metres: Double) {
    let tenths = Int((metres / 100).rounded())
    if metres < 995 {
      self = .metres(Int((metres / 10).rounded()) * 10)
    } else if tenths < 100 {
      self = .kilometres(tenths / 10, tenths: tenths % 10)
    } else {
      self = .kilometres(Int((metres / 1000).rounded()), tenths: nil)
    }
  }
}

/// What bounds an XML file, so that a hostile one costs little.
public enum MarkupLimits {
  /// The largest file in bytes.
  public static let size = 16 << 20
  /// The deepest nesting of elements.
  public static let depth = 200
  /// The most elements.
  public static let elements = 500_000
  /// The most attributes of one element.
  public static let attributes = 200
}

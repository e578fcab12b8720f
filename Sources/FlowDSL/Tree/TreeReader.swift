/// Reads YAML into a tree, with the rules of the language (grammar, section 2) and its limits (section 14).
///
/// Memory is bounded by the limits, time is linear in the size of the file, whatever the file holds.
public enum TreeReader {
  /// The tree of a file. Faults that leave the rest readable, such as a key written twice, are collected; the first that
  /// does not ends the reading.
  public static func read(_ source: SourceText) -> Tree {
    var text = source.text
    return text.withUTF8 { bytes in
      do throws(Diagnostic) {
        try TextInspection(bytes, file: source.path).run()
      } catch {
        return Tree(root: nil, diagnostics: [error])
      }
      var builder = TreeBuilder(EventReader(bytes, file: source.path), file: source.path)
      do throws(Diagnostic) {
        let root = try builder.document()
        return Tree(root: root, diagnostics: builder.diagnostics)
      } catch {
        return Tree(root: nil, diagnostics: builder.diagnostics + [error])
      }
    }
  }
}

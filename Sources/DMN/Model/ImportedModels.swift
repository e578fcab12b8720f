/// Which models a model imports (DMN 1.5, 6.3.3): it uses their elements, and nothing else that lies beside it.
extension Definitions {
  /// The models that this one imports, and those that these import, each once, out of those at hand.
  func imported(among others: [Definitions]) throws(ModelFault) -> [Definitions] {
    var found = [self]
    var next = 0
    while next < found.count {
      for imported in found[next].imports
      where !found.contains(where: { $0.namespace == imported.namespace }) {
        found.append(try imported.model(among: others))
      }
      next += 1
    }
    return Array(found.dropFirst())
  }
}

extension Definitions.Import {
  /// The one model of the namespace; of several of them that in the file which the import names.
  fileprivate func model(among others: [Definitions]) throws(ModelFault) -> Definitions {
    let models = others.filter { $0.namespace == namespace }
    guard let first = models.first else { throw .missingImport(namespace: namespace, place) }
    // Copies of one file are one model.
    if models.allSatisfy({ $0.fingerprint == first.fingerprint }) { return first }
    let located = models.filter { $0.file.map(isAt) ?? false }
    guard located.count == 1 else {
      throw .ambiguousImport(namespace: namespace, files: models.compactMap(\.file), place)
    }
    return located[0]
  }

  /// Whether the import names a file, by the last part of its path.
  package func isAt(_ file: String) -> Bool {
    location?.split(separator: "/").last == file.split(separator: "/").last
  }
}

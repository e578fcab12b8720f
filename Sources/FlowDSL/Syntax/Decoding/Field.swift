/// A value with the key it stands under: what a decoder reads.
struct Field {
  /// The key; for an item of a list, the key of the list.
  let name: String
  /// How the key may be written.
  let example: String
  /// Where the key is; for an item of a list, the item.
  let keyPlace: Place
  let node: Node

  /// The name with its place.
  var key: Located<String> { Located(name, at: keyPlace) }
}

/// The values of a map that has a set of keys.
struct Fields {
  let keys: KeySet
  let place: Place
  private let byName: [String: Field]

  init(keys: KeySet, place: Place, _ fields: [Field]) {
    self.keys = keys
    self.place = place
    byName = Dictionary(fields.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The value under a key of the set, if it is there.
  subscript(name: String) -> Field? {
    assert(keys[name] != nil, "\(keys.name) has no key \(name)")
    return byName[name]
  }

  func has(_ name: String) -> Bool { self[name] != nil }
}

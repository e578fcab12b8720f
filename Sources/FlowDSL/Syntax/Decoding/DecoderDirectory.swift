extension Decoder {
  /// The roles of a folder.
  mutating func roles(_ field: Field) -> RolesSyntax? {
    guard let fields = fields(field, Grammar.roles) else { return nil }
    return fields["roles"].map { RolesSyntax(file: source.path, roles: namedTexts($0)) }
  }

  /// What all flows of a folder share.
  mutating func shared(_ field: Field) -> SharedSyntax? {
    guard let fields = fields(field, Grammar.shared) else { return nil }
    let name = fields["shared"].flatMap { words($0) }.flatMap { self.name($0) }
    let types = fields["types"].map { self.types($0) } ?? []
    let sources = fields["sources"].map { self.sources($0) } ?? []
    let facts = fields["facts"].map { self.facts($0) } ?? []
    let interrupts = fields["interrupts"].map { self.interrupts($0).declared } ?? []
    let notice = fields["notice"].flatMap { text($0) }
    return name.map {
      SharedSyntax(
        file: source.path, name: $0, types: types, sources: sources, facts: facts, interrupts: interrupts,
        notice: notice)
    }
  }

  /// A directory of services.
  mutating func directory(_ field: Field) -> DirectorySyntax? {
    guard let fields = fields(field, Grammar.directory) else { return nil }
    let name = fields["directory"].flatMap { words($0) }.flatMap { self.name($0) }
    let categories = fields["categories"].map { namedTexts($0) } ?? []
    let services =
      fields["services"].map { map($0, value: "{title: Ligne d'écoute}").compactMap { self.service($0) } }
      ?? []
    return name.map {
      DirectorySyntax(file: source.path, name: $0, categories: categories, services: services)
    }
  }

  private mutating func service(_ field: Field) -> ServiceSyntax? {
    let name = name(field.key)
    guard let fields = fields(field, Grammar.service) else { return nil }
    let title = fields["title"].flatMap { text($0) }
    let categories = fields["category"].map { wordsOrList($0) } ?? []
    let phone = fields["phone"].flatMap { words($0) }
    let sms = fields["sms"].flatMap { words($0) }
    let web = fields["web"].flatMap { words($0) }
    let hours = fields["hours"].flatMap { self.hours($0, zone: fields["zone"]) }
    let area = fields["area"].flatMap { words($0) }
    let position = fields["position"].flatMap { self.position($0) }
    let languages = fields["languages"].map { self.languages($0) } ?? []
    let audience = fields["audience"].flatMap { text($0) }
    let free = fields["free"].flatMap { boolean($0) }
    let anonymous = fields["anonymous"].flatMap { boolean($0) }
    let publication = fields["source"].flatMap { words($0) }
    let checked = fields["checked"].flatMap { date($0) }
    guard let name, let title, let publication else { return nil }
    return ServiceSyntax(
      name: name, title: title, categories: categories, phone: phone, sms: sms, web: web, hours: hours,
      area: area,
      position: position, languages: languages, audience: audience, free: free, anonymous: anonymous,
      source: publication, checked: checked)
  }

  private mutating func position(_ field: Field) -> ServiceSyntax.PositionSyntax? {
    let numbers = list(field).compactMap { number($0) }
    let values = numbers.compactMap { Double($0.value) }
    guard values.count == 2, abs(values[0]) <= 90, abs(values[1]) <= 180 else {
      if case .sequence(let items) = field.node.form, numbers.count == items.count {
        report(.badPosition, at: field.node.place, ["found": numbers.map(\.value).joined(separator: ", ")])
      }
      return nil
    }
    return ServiceSyntax.PositionSyntax(
      latitude: Located(values[0], at: numbers[0].place), longitude: Located(values[1], at: numbers[1].place))
  }
}

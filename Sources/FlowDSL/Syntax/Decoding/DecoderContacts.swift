extension Decoder {
  /// Reach a person or an authority.
  mutating func contact(_ fields: Fields) -> ContactSyntax {
    ContactSyntax(
      to: fields["to"].flatMap { words($0) }, asks: fields["asks"].map { questions($0) } ?? [],
      result: fields["result"].flatMap { words($0) }, sharing: sharing(fields))
  }

  /// Hand over to a service.
  mutating func refer(_ fields: Fields) -> ReferSyntax? {
    let to = fields["to"].flatMap { words($0) }
    let sharing = sharing(fields)
    if !fields.has("consent"), !fields.has("legal"), !fields.has("shares") { reportGround(fields) }
    let asks = fields["asks"].map { questions($0) } ?? []
    let result = fields["result"].flatMap { words($0) }
    guard let to, let sharing else { return nil }
    return ReferSyntax(to: to, sharing: sharing, asks: asks, result: result)
  }

  private mutating func sharing(_ fields: Fields) -> SharingSyntax? {
    let shares = fields["shares"].map { wordsList($0) }
    let consent = fields["consent"].flatMap { words($0) }
    let legal = fields["legal"].flatMap { words($0) }
    switch (consent, legal) {
    case (let consent?, let legal?):
      return SharingSyntax(shares: shares ?? [], ground: .both(consent: consent, legal: legal))
    case (let consent?, nil): return SharingSyntax(shares: shares ?? [], ground: .consent(consent))
    case (nil, let legal?): return SharingSyntax(shares: shares ?? [], ground: .legal(legal))
    case (nil, nil):
      if shares != nil, !fields.has("consent"), !fields.has("legal") { reportGround(fields) }
      return nil
    }
  }

  private mutating func reportGround(_ fields: Fields) {
    let place = ["shares", "refer", "contact"].first { fields.keys[$0] != nil && fields.has($0) }
    report(.groundMissing, at: place.flatMap { fields[$0]?.keyPlace } ?? fields.place)
  }
}

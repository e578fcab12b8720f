/// How far several assessors of one case agree.
///
/// The share is the mean, over what was asked, of the pairs of assessors who said the same; kappa corrects it for agreement by
/// chance (Fleiss 1971, "Measuring nominal scale agreement among many raters", Psychological Bulletin 76(5), 378–382).
public struct Agreement: Sendable, Hashable {
  /// How many things were compared.
  public let items: Int
  /// How many assessors there are.
  public let assessors: Int
  /// From 0 to 1.
  public let share: Double
  /// At most 1; 0 is what chance would give. `nil` where all said one and the same of everything: chance says so too.
  public let kappa: Double?

  /// The agreement on some items.
  ///
  /// - Parameter ratings: a row for each item, with what each assessor said of it. Only rows of the length of the first are
  ///   counted; with fewer than two assessors, or no item, there is no agreement to speak of.
  public init?(_ ratings: [[String]]) {
    guard let assessors = ratings.first?.count, assessors >= 2 else { return nil }
    let rows = ratings.filter { $0.count == assessors }
    var totals: [String: Int] = [:]
    var sum = 0.0
    for row in rows {
      let counts = row.reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
      totals.merge(counts, uniquingKeysWith: +)
      let pairs = counts.values.reduce(0) { $0 + $1 * ($1 - 1) }
      sum += Double(pairs) / Double(assessors * (assessors - 1))
    }
    items = rows.count
    self.assessors = assessors
    share = sum / Double(rows.count)
    let all = Double(rows.count * assessors)
    let chance = totals.values.sorted().reduce(0.0) { $0 + (Double($1) / all) * (Double($1) / all) }
    kappa = totals.count > 1 ? (share - chance) / (1 - chance) : nil
  }
}

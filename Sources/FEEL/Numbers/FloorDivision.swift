extension SignedInteger {
  /// The quotient rounded towards minus infinity, for a positive divisor: the day of a moment, before 1970 too.
  package func floorDivided(by divisor: Self) -> Self {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }

  /// The remainder that is never negative, for a positive divisor.
  package func floorModulo(_ divisor: Self) -> Self {
    let rest = self % divisor
    return rest < 0 ? rest + divisor : rest
  }
}

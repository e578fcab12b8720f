#ifndef CINTELDECIMAL_H
#define CINTELDECIMAL_H

// The library comes in variants; these are the switches of the one that is linked: all values, no global state.
#define DECIMAL_CALL_BY_REFERENCE 0
#define DECIMAL_GLOBAL_ROUNDING 0
#define DECIMAL_GLOBAL_EXCEPTION_FLAGS 0
#include <bid_conf.h>
#include <bid_functions.h>

typedef BID_UINT128 IntelDecimal;

// Rounding 0 is half to even.

static inline IntelDecimal intel_decimal(const char *text) {
  _IDEC_flags flags = 0;
  return bid128_from_string((char *)text, 0, &flags);
}

static inline IntelDecimal intel_add(IntelDecimal left, IntelDecimal right) {
  _IDEC_flags flags = 0;
  return bid128_add(left, right, 0, &flags);
}

static inline IntelDecimal intel_multiply(IntelDecimal left, IntelDecimal right) {
  _IDEC_flags flags = 0;
  return bid128_mul(left, right, 0, &flags);
}

static inline IntelDecimal intel_divide(IntelDecimal left, IntelDecimal right) {
  _IDEC_flags flags = 0;
  return bid128_div(left, right, 0, &flags);
}

static inline int intel_less(IntelDecimal left, IntelDecimal right) {
  _IDEC_flags flags = 0;
  return bid128_quiet_less(left, right, &flags);
}

static inline int intel_equal(IntelDecimal left, IntelDecimal right) {
  _IDEC_flags flags = 0;
  return bid128_quiet_equal(left, right, &flags);
}

#endif

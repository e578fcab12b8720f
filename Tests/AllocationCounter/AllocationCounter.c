// Stands in front of the C library's allocator and counts what passes, thread by thread, so that a test can tell that a
// path allocates nothing. What frees memory is left alone.
#include "AllocationCounter.h"

#if defined(__GLIBC__) || defined(__linux__)
#include <features.h>
#endif

#if defined(__GLIBC__)
#include <errno.h>
#include <stddef.h>

static _Thread_local unsigned long count;

extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t items, size_t size);
extern void *__libc_realloc(void *piece, size_t size);
extern void *__libc_memalign(size_t alignment, size_t size);

void *malloc(size_t size) {
  count++;
  return __libc_malloc(size);
}

void *calloc(size_t items, size_t size) {
  count++;
  return __libc_calloc(items, size);
}

void *realloc(void *piece, size_t size) {
  count++;
  return __libc_realloc(piece, size);
}

void *memalign(size_t alignment, size_t size) {
  count++;
  return __libc_memalign(alignment, size);
}

void *aligned_alloc(size_t alignment, size_t size) { return memalign(alignment, size); }

int posix_memalign(void **piece, size_t alignment, size_t size) {
  void *made = memalign(alignment, size);
  if (made == NULL) return ENOMEM;
  *piece = made;
  return 0;
}

int allocation_counter_works(void) { return 1; }
unsigned long allocation_count(void) { return count; }
#else
int allocation_counter_works(void) { return 0; }
unsigned long allocation_count(void) { return 0; }
#endif

#ifndef ALLOCATION_COUNTER_H
#define ALLOCATION_COUNTER_H

/// Whether allocations are counted here: the C library must lend its own functions under a second name.
int allocation_counter_works(void);

/// How many times the calling thread has allocated or enlarged a piece of memory.
unsigned long allocation_count(void);

#endif

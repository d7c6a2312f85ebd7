#pragma once
#include <sqlite3.h>

/// Switches off the account of allocated memory: it is kept under one lock for the whole process,
/// so that threads which read at the same time would wait for each other. Takes effect only before
/// the first connection is opened; sqlite3_config can't be called from Swift, being variadic.
static inline int tally_sqlite_without_memory_account(void) {
  return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

#pragma once
#include <sqlite3.h>
#include <stdint.h>

/// Switches off the account of allocated memory: it is kept under one lock for the whole process,
/// so that threads which read at the same time would wait for each other. Takes effect only before
/// the first connection is opened; sqlite3_config can't be called from Swift, being variadic.
static inline int tally_sqlite_without_memory_account(void) {
  return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

/// Words of the header of a write-ahead log's index (SQLite's WAL format, 2.1): each commit changes it.
enum { TALLY_WAL_HEADER_WORDS = 12 };

/// The index of the write-ahead log, in memory that all processes share; NULL where there is none.
/// Valid as long as the connection is, once it has read something.
static inline const uint32_t *tally_sqlite_wal_index(sqlite3 *database) {
  sqlite3_file *file = 0;
  if (sqlite3_file_control(database, "main", SQLITE_FCNTL_FILE_POINTER, &file) != SQLITE_OK ||
      !file || !file->pMethods || file->pMethods->iVersion < 2)
    return 0;
  void volatile *region = 0;
  // 32 KiB: what SQLite itself maps at a time.
  if (file->pMethods->xShmMap(file, 0, 32768, 0, &region) != SQLITE_OK) return 0;
  return (const uint32_t *)region;
}

/// Copies the header. Other processes may write it meanwhile; a torn copy equals no header.
static inline void tally_sqlite_copy_wal_header(const uint32_t *index, uint32_t *copy) {
  for (int word = 0; word < TALLY_WAL_HEADER_WORDS; word++)
    copy[word] = __atomic_load_n(index + word, __ATOMIC_RELAXED);
  __atomic_thread_fence(__ATOMIC_ACQUIRE);
}

/// Whether nothing was committed since the header was copied.
static inline int tally_sqlite_wal_header_is(const uint32_t *index, const uint32_t *copy) {
  uint32_t difference = 0;
  for (int word = 0; word < TALLY_WAL_HEADER_WORDS; word++)
    difference |= copy[word] ^ __atomic_load_n(index + word, __ATOMIC_RELAXED);
  __atomic_thread_fence(__ATOMIC_ACQUIRE);
  return difference == 0;
}

#pragma once

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/// Starting of a program between vfork and exec, where no Swift may run.
///
/// posix_spawn can't set limits, and limits that the parent sets afterwards come too late.

/// What to start, and what it may take. A limit of 0 is none.
typedef struct cspawn_request {
  const char *path;          ///< of the program; PATH isn't searched
  char *const *arguments;    ///< with the program's name first, ending in NULL
  char *const *environment;  ///< `NAME=value`, ending in NULL
  const char *folder;        ///< to work in, or NULL
  int streams[3];            ///< descriptors above 2 that become 0, 1 and 2
  uint64_t memory_bytes;     ///< of address space
  uint64_t cpu_seconds;
  uint64_t file_bytes;       ///< of each file that it writes
  int ends_with_thread;      ///< whether it is killed where the thread that starts it ends first
} cspawn_request;

/// Starts the program as the leader of a process group of its own, without any other descriptor
/// and with signals as a shell leaves them. Gives 0, or the number of the error (errno).
int cspawn_start(const cspawn_request *request, pid_t *process);

/// A close-on-exec descriptor that is readable when the process has ended, or -1 (pidfd_open(2)).
int cspawn_watch(pid_t process);

/// A pipe whose ends are closed on exec. Gives 0, or -1 with errno.
int cspawn_pipe(int *reading, int *writing);

/// How a process ended: its exit status or the signal that ended it.
typedef struct cspawn_ending {
  int status;  ///< 0 to 255, or -1 where a signal ended it
  int signal;  ///< 0 where it exited by itself
} cspawn_ending;

/// Waits for a process that has been started, kills what is left of its group, and collects it.
/// To be called once a process. Gives 0 or errno.
int cspawn_collect(pid_t process, cspawn_ending *ending);

/// write(2) that gives -1 with EPIPE where nobody reads any more, and never raises SIGPIPE.
ssize_t cspawn_write(int descriptor, const void *bytes, size_t count);

/// A close-on-exec file in memory that holds the bytes, or -1 with errno (memfd_create(2)).
int cspawn_memory_file(const void *bytes, size_t count);

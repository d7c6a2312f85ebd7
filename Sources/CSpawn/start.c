#define _GNU_SOURCE
#include "CSpawn.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

enum { exec_failed = 127 };

/// Who is limited already can't be given more: the lower limit holds.
static int limit(int resource, uint64_t most, uint64_t grace) {
  if (most == 0) return 0;
  struct rlimit bounds;
  if (getrlimit((__rlimit_resource_t)resource, &bounds) != 0) return -1;
  if (bounds.rlim_max > most + grace) bounds.rlim_max = most + grace;
  bounds.rlim_cur = bounds.rlim_max < most ? bounds.rlim_max : most;
  return setrlimit((__rlimit_resource_t)resource, &bounds);
}

static int set_limits(const cspawn_request *request) {
  struct rlimit no_core = {0, 0};
  if (setrlimit(RLIMIT_CORE, &no_core) != 0) return -1;
  if (limit(RLIMIT_AS, request->memory_bytes, 0) != 0) return -1;
  if (limit(RLIMIT_FSIZE, request->file_bytes, 0) != 0) return -1;
  // A second more before SIGKILL: SIGXCPU comes first, and says what happened.
  return limit(RLIMIT_CPU, request->cpu_seconds, 1);
}

static void reset_signals(void) {
  struct sigaction standard = {0};
  standard.sa_handler = SIG_DFL;
  for (int number = 1; number < NSIG; number++) sigaction(number, &standard, NULL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
}

/// Kernels before 5.9 have no close_range(2).
static void close_others(void) {
  if (syscall(SYS_close_range, 3u, ~0u, 0u) == 0) return;
  struct rlimit open_files;
  if (getrlimit(RLIMIT_NOFILE, &open_files) != 0) return;
  for (rlim_t descriptor = 3; descriptor < open_files.rlim_cur; descriptor++) {
    close((int)descriptor);
  }
}

static int arrange(const cspawn_request *request) {
  if (setpgid(0, 0) != 0) return -1;
  if (request->ends_with_thread && prctl(PR_SET_PDEATHSIG, SIGKILL) != 0) return -1;
  for (int stream = 0; stream < 3; stream++) {
    if (dup2(request->streams[stream], stream) < 0) return -1;
  }
  close_others();
  if (request->folder && chdir(request->folder) != 0) return -1;
  return set_limits(request);
}

/// The child shares the parent's memory until exec: it may write nothing but `failure`.
static pid_t start_child(const cspawn_request *request, volatile int *failure) {
  pid_t process = vfork();
  if (process != 0) return process;
  reset_signals();
  if (arrange(request) == 0) execve(request->path, request->arguments, request->environment);
  *failure = errno;
  _exit(exec_failed);
}

int cspawn_start(const cspawn_request *request, pid_t *process) {
  volatile int failure = 0;
  // A handler of the parent's must not run in the child, on the parent's memory.
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_BLOCK, &all, &before);
  *process = start_child(request, &failure);
  if (*process < 0) failure = errno;
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  if (*process > 0 && failure != 0) {
    cspawn_ending ending;
    cspawn_collect(*process, &ending);
  }
  return failure;
}

int cspawn_pipe(int *reading, int *writing) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) return -1;
  *reading = ends[0];
  *writing = ends[1];
  return 0;
}

int cspawn_watch(pid_t process) {
  return (int)syscall(SYS_pidfd_open, process, 0);
}

int cspawn_collect(pid_t process, cspawn_ending *ending) {
  siginfo_t information;
  int waited;
  do {
    waited = waitid(P_PID, (id_t)process, &information, WEXITED | WNOWAIT);
  } while (waited != 0 && errno == EINTR);
  if (waited != 0) return errno;
  // As long as the leader isn't collected, nobody else can have the number of its group.
  kill(-process, SIGKILL);
  int exited = information.si_code == CLD_EXITED;
  ending->status = exited ? information.si_status : -1;
  ending->signal = exited ? 0 : information.si_status;
  do {
    waited = waitid(P_PID, (id_t)process, &information, WEXITED);
  } while (waited != 0 && errno == EINTR);
  return waited == 0 ? 0 : errno;
}

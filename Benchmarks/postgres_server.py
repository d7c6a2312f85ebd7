"""A PostgreSQL server for a benchmark: made in a folder that goes away with it, with the server's own settings."""
import contextlib, os, shutil, signal, subprocess, sys, tempfile


def programs():
    """The folder of initdb and pg_ctl; Debian keeps it off the PATH. None where there is no server."""
    places = [f"/usr/lib/postgresql/{version}/bin" for version in range(20, 14, -1)] + os.environ["PATH"].split(":")
    return next((place for place in places if os.access(place + "/initdb", os.X_OK) and os.access(place + "/pg_ctl", os.X_OK)), None)


@contextlib.contextmanager
def server():
    """Its address without a schema; None where PostgreSQL's server isn't installed."""
    folder = programs()
    if not folder:
        yield None
        return
    # It refuses to run as root.
    account = ["runuser", "-u", "postgres", "--"] if os.getuid() == 0 else []
    # Whoever ends the benchmark ends the server with it.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    place = tempfile.mkdtemp(prefix="tally-pg-")
    if account:
        shutil.chown(place, "postgres")
    run = lambda *command: subprocess.run([*account, *command], check=True, stdout=subprocess.DEVNULL, cwd="/")
    try:
        run(folder + "/initdb", "-D", place + "/data", "-U", "bench", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8")
        with open(place + "/data/postgresql.conf", "a", encoding="utf-8") as settings:
            settings.write(f"listen_addresses = ''\nunix_socket_directories = '{place}'\n")
        run(folder + "/pg_ctl", "start", "-w", "-D", place + "/data", "-l", place + "/log")
        try:
            yield f"postgres://bench@/postgres?host={place}"
        finally:
            run(folder + "/pg_ctl", "stop", "-m", "fast", "-D", place + "/data")
    finally:
        shutil.rmtree(place, ignore_errors=True)

"""Runs dbt for the tests: loads it once, then forks a process for every command.

Loading dbt and generating its code costs more than most builds of a test. Each command has a process, an
environment and a folder of its own all the same, and it is dbt's command line that runs in it.

    python server.py SOCKET PROJECT
"""

import contextlib
import gc
import json
import os
import select
import socket
import sys
import tempfile
import traceback

sys.path.pop(0)


def main(address: str, project: str) -> None:
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(address)
    listener.listen(16)
    is_warm = False
    # what has started the server holds its input: once that is gone, so is the server
    while listener in select.select([listener, sys.stdin], [], [])[0]:
        client, _ = listener.accept()
        if not is_warm:
            warm_up(project)
            is_warm = True
        if os.fork() == 0:
            answer(client)
        client.close()
        sweep()


def sweep() -> None:
    """Takes note of commands that have ended, so that no process stays behind as a zombie."""
    with contextlib.suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass


def warm_up(project: str) -> None:
    """Parses the project, so that what dbt loads and generates on the way is there for all."""
    with tempfile.TemporaryDirectory() as target:
        places = ["--project-dir", project, "--profiles-dir", project, "--target-path", target]
        command = ["parse", *places, "--log-level-file", "none"]
        # a parse of every file leaves threads behind, which no fork survives; one of no file leaves none
        child = os.fork()
        if child == 0:
            run(command)
            os._exit(0)
        os.waitpid(child, 0)
        run(command)
    # what is there is not looked through for garbage again, nor is what a build leaves until it ends
    gc.collect()
    gc.freeze()
    gc.disable()


def answer(client: socket.socket) -> None:
    """Runs the command of a client with its streams, environment and folder, and tells it the exit code."""
    request, streams, _, _ = socket.recv_fds(client, 1 << 16, 3)
    while not request.endswith(b"\n"):
        request += client.recv(1 << 16)
    asked = json.loads(request)
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
    os.environ.clear()
    os.environ.update(asked["environment"])
    os.chdir(asked["folder"])
    code = run(asked["arguments"])
    sys.stdout.flush()
    sys.stderr.flush()
    client.sendall(str(code).encode())
    os._exit(0)


def run(arguments: list[str]) -> int:
    """Runs dbt's command line as its own program would; gives the exit code."""
    from dbt.cli.main import cli

    sys.argv[1:] = arguments
    try:
        cli(arguments, prog_name="dbt")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    except BaseException:
        traceback.print_exc()
        return 1
    return 0


if __name__ == "__main__":
    main(*sys.argv[1:])

"""Stands in the place of dbt's command line: has the server of the tests run the command (see server.py)."""

import json
import os
import socket
import sys


def cli(prog_name: str) -> int:
    """Hands the arguments, streams, environment and folder of this process over; gives back the exit code."""
    server = socket.socket(socket.AF_UNIX)
    server.connect(os.environ["LECHAN_TEST_DBT"])
    own = {
        "arguments": sys.argv[1:],
        "environment": dict(os.environ),
        "folder": os.getcwd(),
    }
    socket.send_fds(server, [json.dumps(own).encode() + b"\n"], [0, 1, 2])
    return int(server.recv(16) or 1)

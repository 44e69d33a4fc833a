"""Bytes, paths and addresses become `Document`s."""

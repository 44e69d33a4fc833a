"""The written communiqué."""

from communique.report.render import render_report

__all__ = ["render_report"]

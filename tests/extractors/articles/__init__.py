"""Tests of cleaning, days and copies."""

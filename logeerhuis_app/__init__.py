"""Logeerhuis: plan stays, hand over and declare in a small Dutch respite house."""

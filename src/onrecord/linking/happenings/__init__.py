"""Events of several articles that are one."""

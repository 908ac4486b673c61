"""What stands on which day, and the days that other articles settle."""

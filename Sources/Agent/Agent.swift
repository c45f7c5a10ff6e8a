// Filled as the target grows.

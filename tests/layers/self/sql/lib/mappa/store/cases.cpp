query("SELECT number FROM entries");

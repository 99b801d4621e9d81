query(u8"UPDATE cases SET level = 2");

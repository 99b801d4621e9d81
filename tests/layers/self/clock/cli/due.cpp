strftime(text, sizeof text, "%F", gmtime(&t));

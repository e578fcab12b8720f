extension Schema {
  /// Openings may be erased, once the erasure is logged: salt and value become null together, nothing else changes.
  static let version2 = """
    CREATE TABLE erasures (
      case_number INTEGER NOT NULL,
      sequence INTEGER NOT NULL,
      position INTEGER NOT NULL,
      at INTEGER NOT NULL,
      identifier TEXT NOT NULL,
      role TEXT NOT NULL,
      reason TEXT NOT NULL CHECK (length(reason) > 0),
      PRIMARY KEY (case_number, sequence, position),
      FOREIGN KEY (case_number, sequence, position) REFERENCES openings (case_number, sequence, position)
    ) WITHOUT ROWID, STRICT;

    CREATE TRIGGER erasures_keep BEFORE UPDATE ON erasures
      BEGIN SELECT RAISE (ABORT, 'erasures are never changed'); END;
    CREATE TRIGGER erasures_stay BEFORE DELETE ON erasures
      BEGIN SELECT RAISE (ABORT, 'erasures are never removed'); END;
    CREATE TRIGGER erasures_once BEFORE INSERT ON erasures
      WHEN EXISTS (SELECT 1 FROM erasures WHERE case_number = NEW.case_number AND sequence = NEW.sequence
        AND position = NEW.position)
      BEGIN SELECT RAISE (ABORT, 'erasures are never replaced'); END;

    DROP TRIGGER openings_keep;
    CREATE TRIGGER openings_keep BEFORE UPDATE ON openings
      WHEN NEW.case_number IS NOT OLD.case_number OR NEW.sequence IS NOT OLD.sequence
        OR NEW.position IS NOT OLD.position OR NEW.salt IS NOT NULL OR NEW.value IS NOT NULL
        OR NOT EXISTS (SELECT 1 FROM erasures WHERE case_number = OLD.case_number AND sequence = OLD.sequence
          AND position = OLD.position)
      BEGIN SELECT RAISE (ABORT, 'openings are only erased, and logged first'); END;
    """
}

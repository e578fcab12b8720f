extension Schema {
  /// Programs, sources, cases, entries and openings; nothing may be changed or removed.
  ///
  /// `INSERT OR REPLACE` removes rows without telling the triggers on removal, hence those on insertion.
  static let version1 = """
    CREATE TABLE programs (
      hash TEXT NOT NULL PRIMARY KEY,
      manifest BLOB NOT NULL
    ) WITHOUT ROWID, STRICT;

    CREATE TABLE sources (
      hash BLOB NOT NULL PRIMARY KEY CHECK (length(hash) = 32),
      text TEXT NOT NULL
    ) WITHOUT ROWID, STRICT;

    CREATE TABLE cases (
      number INTEGER NOT NULL PRIMARY KEY,
      identifier TEXT NOT NULL UNIQUE,
      program TEXT NOT NULL REFERENCES programs (hash),
      opened INTEGER NOT NULL,
      length INTEGER NOT NULL,
      head BLOB NOT NULL CHECK (length(head) = 32)
    ) STRICT;

    CREATE TABLE entries (
      case_number INTEGER NOT NULL REFERENCES cases (number),
      sequence INTEGER NOT NULL,
      body BLOB NOT NULL,
      hash BLOB NOT NULL CHECK (length(hash) = 32),
      PRIMARY KEY (case_number, sequence)
    ) WITHOUT ROWID, STRICT;

    CREATE TABLE openings (
      case_number INTEGER NOT NULL,
      sequence INTEGER NOT NULL,
      position INTEGER NOT NULL,
      salt BLOB CHECK (length(salt) = 16),
      value BLOB,
      PRIMARY KEY (case_number, sequence, position),
      FOREIGN KEY (case_number, sequence) REFERENCES entries (case_number, sequence)
    ) WITHOUT ROWID, STRICT;

    CREATE TRIGGER programs_keep BEFORE UPDATE ON programs
      BEGIN SELECT RAISE (ABORT, 'programs are never changed'); END;
    CREATE TRIGGER programs_stay BEFORE DELETE ON programs
      BEGIN SELECT RAISE (ABORT, 'programs are never removed'); END;
    CREATE TRIGGER programs_once BEFORE INSERT ON programs
      WHEN EXISTS (SELECT 1 FROM programs WHERE hash = NEW.hash)
      BEGIN SELECT RAISE (ABORT, 'programs are never replaced'); END;

    CREATE TRIGGER sources_keep BEFORE UPDATE ON sources
      BEGIN SELECT RAISE (ABORT, 'sources are never changed'); END;
    CREATE TRIGGER sources_stay BEFORE DELETE ON sources
      BEGIN SELECT RAISE (ABORT, 'sources are never removed'); END;
    CREATE TRIGGER sources_once BEFORE INSERT ON sources
      WHEN EXISTS (SELECT 1 FROM sources WHERE hash = NEW.hash)
      BEGIN SELECT RAISE (ABORT, 'sources are never replaced'); END;

    CREATE TRIGGER cases_grow BEFORE UPDATE ON cases
      WHEN NEW.number IS NOT OLD.number OR NEW.identifier IS NOT OLD.identifier OR NEW.program IS NOT OLD.program
        OR NEW.opened IS NOT OLD.opened OR NEW.length <= OLD.length
      BEGIN SELECT RAISE (ABORT, 'cases only grow'); END;
    CREATE TRIGGER cases_stay BEFORE DELETE ON cases
      BEGIN SELECT RAISE (ABORT, 'cases are never removed'); END;
    CREATE TRIGGER cases_once BEFORE INSERT ON cases
      WHEN EXISTS (SELECT 1 FROM cases WHERE identifier = NEW.identifier OR number = NEW.number)
      BEGIN SELECT RAISE (ABORT, 'cases are never replaced'); END;

    CREATE TRIGGER entries_keep BEFORE UPDATE ON entries
      BEGIN SELECT RAISE (ABORT, 'entries are never changed'); END;
    CREATE TRIGGER entries_stay BEFORE DELETE ON entries
      BEGIN SELECT RAISE (ABORT, 'entries are never removed'); END;
    CREATE TRIGGER entries_follow BEFORE INSERT ON entries
      WHEN NEW.sequence IS NOT 1 + coalesce(
        (SELECT max(sequence) FROM entries WHERE case_number = NEW.case_number), 0)
      BEGIN SELECT RAISE (ABORT, 'entries follow one another'); END;

    CREATE TRIGGER openings_keep BEFORE UPDATE ON openings
      BEGIN SELECT RAISE (ABORT, 'openings are never changed'); END;
    CREATE TRIGGER openings_stay BEFORE DELETE ON openings
      BEGIN SELECT RAISE (ABORT, 'openings are never removed'); END;
    CREATE TRIGGER openings_once BEFORE INSERT ON openings
      WHEN EXISTS (SELECT 1 FROM openings WHERE case_number = NEW.case_number AND sequence = NEW.sequence
        AND position = NEW.position)
      BEGIN SELECT RAISE (ABORT, 'openings are never replaced'); END;
    """
}

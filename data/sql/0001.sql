-- SPDX-License-Identifier: GPL-3.0-or-later
-- The whole domain. Dates are ISO 8601 text, times are microseconds since the epoch in UTC (…_at),
-- closed sets hold the nicks of the core's enumerations.

CREATE TABLE counters (
  name TEXT NOT NULL PRIMARY KEY,
  value INTEGER NOT NULL
) STRICT;

-- What is known of the workspace itself: who "me" is, the collation of the sort keys, the reseller, …
CREATE TABLE settings (
  name TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE policy (
  name TEXT NOT NULL PRIMARY KEY,
  value INTEGER NOT NULL
) STRICT;

CREATE TABLE members (
  id INTEGER NOT NULL PRIMARY KEY,
  change_seq INTEGER NOT NULL,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 121),
  name_key BLOB NOT NULL,
  email TEXT NOT NULL CHECK (length(email) BETWEEN 3 AND 254),
  role TEXT NOT NULL CHECK (role IN ('primary-admin', 'account-manager', 'viewer')),
  status TEXT NOT NULL CHECK (status IN ('pending', 'active', 'removed'))
) STRICT;

-- Every VIP ID that was ever issued (CU-4).
CREATE TABLE vip_ids (
  vip_id TEXT NOT NULL PRIMARY KEY
) STRICT;

CREATE TABLE customers (
  id INTEGER NOT NULL PRIMARY KEY,
  change_seq INTEGER NOT NULL,
  vip_id TEXT NOT NULL CHECK (length(vip_id) = 20),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  english_name TEXT CHECK (length(english_name) BETWEEN 1 AND 200),
  name_key BLOB NOT NULL,
  name_folded TEXT NOT NULL,
  segment TEXT NOT NULL CHECK (segment IN ('commercial', 'government', 'education')),
  offer_type TEXT NOT NULL CHECK (offer_type IN ('team', 'enterprise')),
  country TEXT NOT NULL CHECK (length(country) = 2),
  region TEXT NOT NULL,
  street TEXT NOT NULL,
  city TEXT NOT NULL,
  postal_code TEXT NOT NULL,
  language TEXT NOT NULL,
  managed_by INTEGER NOT NULL REFERENCES members (id),
  invitation_status TEXT NOT NULL CHECK (invitation_status IN ('pending', 'accepted')),
  invited_on TEXT NOT NULL CHECK (length(invited_on) = 10),
  reminded_on TEXT CHECK (length(reminded_on) = 10),
  accepted_on TEXT CHECK (length(accepted_on) = 10),
  moved_on TEXT CHECK (length(moved_on) = 10),
  -- Where the anniversary date comes from: CU-11's custom one, or the first PA or order (AD-1).
  custom_anniversary INTEGER NOT NULL DEFAULT 0 CHECK (custom_anniversary IN (0, 1)),
  anniversary_date TEXT CHECK (length(anniversary_date) = 10),
  anniversary_anchor INTEGER CHECK (anniversary_anchor BETWEEN 1 AND 31),
  -- Which of its terms runs: a renewal (RN-4) and the return from a lapse (RN-7) begin another one, on that day.
  term INTEGER NOT NULL DEFAULT 0 CHECK (term >= 0),
  term_starts_on TEXT CHECK (length(term_starts_on) = 10),
  -- Kept for the filters by the commands, and checked against a recomputation.
  oldest_open_pa TEXT CHECK (length(oldest_open_pa) = 10),
  newest_open_pa TEXT CHECK (length(newest_open_pa) = 10),
  licences_total INTEGER NOT NULL DEFAULT 0 CHECK (licences_total >= 0),
  had_order INTEGER NOT NULL DEFAULT 0 CHECK (had_order IN (0, 1)),
  CHECK ((anniversary_date IS NULL) = (anniversary_anchor IS NULL)),
  CHECK ((oldest_open_pa IS NULL) = (newest_open_pa IS NULL)),
  CHECK (oldest_open_pa <= newest_open_pa),
  CHECK (invitation_status = 'pending' OR accepted_on IS NOT NULL)
) STRICT;
CREATE INDEX customers_by_name_folded ON customers (name_folded);
-- A membership that has moved away and come back stands in two rows (CH-5).
CREATE UNIQUE INDEX customers_by_own_vip_id ON customers (vip_id) WHERE moved_on IS NULL;
-- The list's orders: each index holds the whole order (the row's id ends every index), so that ids are read from it alone.
CREATE INDEX customers_by_name ON customers (name_key);
CREATE INDEX customers_by_vip_id ON customers (vip_id);
CREATE INDEX customers_by_anniversary_date ON customers (anniversary_date, name_key);
CREATE INDEX customers_by_segment ON customers (segment, name_key);
CREATE INDEX customers_by_manager ON customers (managed_by, name_key);
CREATE INDEX customers_by_invitation_status ON customers (invitation_status, name_key);
CREATE INDEX customers_by_oldest_request ON customers (oldest_open_pa, name_key);
-- The list's filters and their counts, for all customers and for one member's.
CREATE INDEX customers_in_term ON customers (anniversary_date, managed_by, oldest_open_pa, licences_total)
WHERE moved_on IS NULL AND anniversary_date IS NOT NULL;
CREATE INDEX customers_pending ON customers (newest_open_pa, managed_by)
WHERE moved_on IS NULL AND newest_open_pa IS NOT NULL;
CREATE INDEX customers_past_due ON customers (oldest_open_pa, managed_by)
WHERE moved_on IS NULL AND oldest_open_pa IS NOT NULL;
CREATE INDEX customers_without_products ON customers (licences_total, oldest_open_pa, moved_on, managed_by)
WHERE moved_on IS NULL AND oldest_open_pa IS NULL AND licences_total = 0;

CREATE TABLE contacts (
  id INTEGER NOT NULL PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  role TEXT NOT NULL CHECK (role IN ('primary', 'administrator')),
  given_name TEXT NOT NULL,
  family_name TEXT NOT NULL,
  email TEXT NOT NULL CHECK (length(email) BETWEEN 3 AND 254),
  email_folded TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX contacts_primary ON contacts (customer_id) WHERE role = 'primary';
CREATE INDEX contacts_by_email ON contacts (email_folded);
CREATE INDEX contacts_by_customer ON contacts (customer_id);

CREATE TABLE products (
  id INTEGER NOT NULL PRIMARY KEY,
  change_seq INTEGER NOT NULL,
  code TEXT NOT NULL UNIQUE CHECK (length(code) BETWEEN 1 AND 60),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  family TEXT NOT NULL,
  offer_type TEXT NOT NULL CHECK (offer_type IN ('team', 'enterprise')),
  licence_kind TEXT NOT NULL CHECK (licence_kind IN ('named-user', 'device', 'consumable')),
  for_commercial INTEGER NOT NULL CHECK (for_commercial IN (0, 1)),
  for_government INTEGER NOT NULL CHECK (for_government IN (0, 1)),
  for_education INTEGER NOT NULL CHECK (for_education IN (0, 1)),
  open_to_pa INTEGER NOT NULL CHECK (open_to_pa IN (0, 1)),
  min_quantity INTEGER NOT NULL CHECK (min_quantity >= 1),
  retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1))
) STRICT;

-- What a customer holds of a product in the current term (PR-4).
CREATE TABLE licences (
  customer_id INTEGER NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  product_id INTEGER NOT NULL REFERENCES products (id),
  ordered INTEGER NOT NULL DEFAULT 0 CHECK (ordered >= 0),
  pending INTEGER NOT NULL DEFAULT 0 CHECK (pending >= 0),
  assigned INTEGER NOT NULL DEFAULT 0 CHECK (assigned >= 0),
  PRIMARY KEY (customer_id, product_id),
  CHECK (assigned <= ordered + pending)
) STRICT, WITHOUT ROWID;

CREATE TABLE purchase_authorizations (
  id INTEGER NOT NULL PRIMARY KEY,
  change_seq INTEGER NOT NULL,
  customer_id INTEGER NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  number TEXT NOT NULL UNIQUE,
  date TEXT NOT NULL CHECK (length(date) = 10),
  po_number TEXT CHECK (length(po_number) BETWEEN 1 AND 35),
  requested_by_customer INTEGER NOT NULL DEFAULT 0 CHECK (requested_by_customer IN (0, 1)),
  status TEXT NOT NULL CHECK (status IN ('open', 'ordered', 'canceled', 'closed-unpaid')),
  ended_on TEXT CHECK (length(ended_on) = 10),
  reason TEXT,
  -- The customer's term when it was made: its months lead to the end of that one.
  term INTEGER NOT NULL DEFAULT 0 CHECK (term >= 0),
  CHECK ((status = 'open') = (ended_on IS NULL))
) STRICT;
CREATE INDEX purchase_authorizations_by_customer ON purchase_authorizations (customer_id, date);

CREATE TABLE purchase_authorization_lines (
  id INTEGER NOT NULL PRIMARY KEY,
  pa_id INTEGER NOT NULL REFERENCES purchase_authorizations (id) ON DELETE CASCADE,
  product_id INTEGER NOT NULL REFERENCES products (id),
  quantity INTEGER NOT NULL CHECK (quantity >= 1),
  months INTEGER NOT NULL CHECK (months >= 1),
  UNIQUE (pa_id, product_id)
) STRICT;

CREATE TABLE orders (
  id INTEGER NOT NULL PRIMARY KEY,
  change_seq INTEGER NOT NULL,
  customer_id INTEGER NOT NULL REFERENCES customers (id),
  number TEXT NOT NULL UNIQUE CHECK (length(number) BETWEEN 1 AND 35),
  date TEXT NOT NULL CHECK (length(date) = 10),
  kind TEXT NOT NULL CHECK (kind IN ('for-pa', 'direct', 'renewal')),
  pa_id INTEGER UNIQUE REFERENCES purchase_authorizations (id),
  -- The term whose licences it pays for: its purchase authorization's, or the customer's.
  term INTEGER NOT NULL DEFAULT 0 CHECK (term >= 0),
  CHECK ((kind = 'for-pa') = (pa_id IS NOT NULL))
) STRICT;
CREATE INDEX orders_by_customer ON orders (customer_id, date);

CREATE TABLE order_lines (
  id INTEGER NOT NULL PRIMARY KEY,
  order_id INTEGER NOT NULL REFERENCES orders (id) ON DELETE CASCADE,
  product_id INTEGER NOT NULL REFERENCES products (id),
  quantity INTEGER NOT NULL CHECK (quantity >= 1),
  months INTEGER NOT NULL CHECK (months >= 1),
  UNIQUE (order_id, product_id)
) STRICT;

CREATE TABLE returns (
  id INTEGER NOT NULL PRIMARY KEY,
  change_seq INTEGER NOT NULL,
  order_line_id INTEGER NOT NULL REFERENCES order_lines (id),
  quantity INTEGER NOT NULL CHECK (quantity >= 1),
  status TEXT NOT NULL CHECK (status IN ('requested', 'approved', 'rejected')),
  requested_on TEXT NOT NULL CHECK (length(requested_on) = 10),
  decided_on TEXT CHECK (length(decided_on) = 10),
  reason TEXT,
  CHECK ((status = 'requested') = (decided_on IS NULL)),
  CHECK (requested_on <= decided_on)
) STRICT;
CREATE INDEX returns_by_line ON returns (order_line_id);

CREATE TABLE renewals (
  id INTEGER NOT NULL PRIMARY KEY,
  change_seq INTEGER NOT NULL,
  customer_id INTEGER NOT NULL REFERENCES customers (id),
  order_id INTEGER NOT NULL UNIQUE REFERENCES orders (id),
  old_anniversary_date TEXT NOT NULL CHECK (length(old_anniversary_date) = 10),
  new_anniversary_date TEXT NOT NULL CHECK (length(new_anniversary_date) = 10),
  CHECK (old_anniversary_date < new_anniversary_date)
) STRICT;
CREATE INDEX renewals_by_customer ON renewals (customer_id);

-- They go with a customer that never had an order: one that brought its licences along (CH-4) and lapsed.
CREATE TABLE commitments (
  id INTEGER NOT NULL PRIMARY KEY,
  change_seq INTEGER NOT NULL,
  customer_id INTEGER NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  quantity INTEGER NOT NULL CHECK (quantity >= 1),
  starts_on TEXT NOT NULL CHECK (length(starts_on) = 10),
  ends_on TEXT NOT NULL CHECK (length(ends_on) = 10),
  CHECK (starts_on < ends_on)
) STRICT;
CREATE INDEX commitments_by_customer ON commitments (customer_id);

-- Requests to become the reseller of a membership (CH-1), until the customer is in the list.
CREATE TABLE reseller_changes (
  id INTEGER NOT NULL PRIMARY KEY,
  change_seq INTEGER NOT NULL,
  vip_id TEXT NOT NULL CHECK (length(vip_id) = 20),
  admin_email TEXT NOT NULL CHECK (length(admin_email) BETWEEN 3 AND 254),
  language TEXT NOT NULL,
  requested_by INTEGER NOT NULL REFERENCES members (id),
  requested_at INTEGER NOT NULL,
  completed_on TEXT CHECK (length(completed_on) = 10),
  customer_id INTEGER REFERENCES customers (id) ON DELETE SET NULL,
  CHECK (customer_id IS NULL OR completed_on IS NOT NULL)
) STRICT;
CREATE INDEX reseller_changes_by_vip_id ON reseller_changes (vip_id);
CREATE INDEX reseller_changes_by_customer ON reseller_changes (customer_id);

-- The codes that were sent for them (CH-2): the newest one of a request is valid, of each only a digest is kept.
CREATE TABLE reseller_codes (
  id INTEGER NOT NULL PRIMARY KEY,
  change_seq INTEGER NOT NULL,
  reseller_change_id INTEGER NOT NULL REFERENCES reseller_changes (id),
  digest BLOB NOT NULL,
  salt BLOB NOT NULL,
  sent_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  message_id INTEGER NOT NULL,
  CHECK (sent_at < expires_at)
) STRICT;
CREATE INDEX reseller_codes_by_change ON reseller_codes (reseller_change_id);
CREATE INDEX reseller_codes_by_time ON reseller_codes (sent_at);

CREATE TABLE messages (
  id INTEGER NOT NULL PRIMARY KEY,
  change_seq INTEGER NOT NULL,
  customer_id INTEGER,
  kind TEXT NOT NULL,
  language TEXT NOT NULL,
  recipient_name TEXT NOT NULL,
  recipient_email TEXT NOT NULL,
  subject TEXT NOT NULL,
  body TEXT NOT NULL,
  message_id TEXT NOT NULL UNIQUE,
  status TEXT NOT NULL CHECK (status IN ('waiting', 'sending', 'sent', 'failed', 'unclear')),
  created_at INTEGER NOT NULL,
  sent_at INTEGER,
  attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  next_attempt_at INTEGER,
  failure TEXT,
  search TEXT NOT NULL -- what is looked in: the recipient's name and address and the subject, folded
) STRICT;
CREATE INDEX messages_by_status ON messages (status, created_at);
CREATE INDEX messages_by_customer ON messages (customer_id, created_at);

-- Who is sending the messages of this workspace, and until when the others leave it to do so (MS-2).
CREATE TABLE outbox_lease (
  id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
  owner TEXT NOT NULL,
  until INTEGER NOT NULL
) STRICT;

-- The mails that a date brings (MS-1), each once: the subject is a purchase authorization's or a customer's id, the date that
-- of the authorization or the anniversary date. Without a message: it was passed over.
CREATE TABLE dated_messages (
  kind TEXT NOT NULL,
  subject_id INTEGER NOT NULL,
  term_date TEXT NOT NULL CHECK (length(term_date) = 10),
  written_on TEXT NOT NULL CHECK (length(written_on) = 10),
  message_id INTEGER,
  PRIMARY KEY (kind, subject_id, term_date)
) STRICT, WITHOUT ROWID;

-- Nothing edits or removes an entry (AC-1): the triggers see to it.
CREATE TABLE activity (
  id INTEGER NOT NULL PRIMARY KEY,
  change_seq INTEGER NOT NULL,
  at INTEGER NOT NULL,
  member_id INTEGER REFERENCES members (id),
  member_name TEXT NOT NULL,
  command TEXT NOT NULL,
  customer_id INTEGER,
  customer_name TEXT,
  details TEXT NOT NULL CHECK (json_valid(details)),
  search TEXT NOT NULL
) STRICT;
CREATE INDEX activity_by_customer ON activity (customer_id, id);
CREATE TRIGGER activity_is_not_edited BEFORE UPDATE ON activity
BEGIN SELECT RAISE (ABORT, 'activity entries are not edited'); END;
CREATE TRIGGER activity_is_not_removed BEFORE DELETE ON activity
BEGIN SELECT RAISE (ABORT, 'activity entries are not removed'); END;

-- A command that was applied, by its idempotency key, with what it returned.
CREATE TABLE commands (
  key TEXT NOT NULL PRIMARY KEY,
  change_seq INTEGER NOT NULL,
  result TEXT NOT NULL CHECK (json_valid(result))
) STRICT, WITHOUT ROWID;

CREATE TABLE tombstones (
  change_seq INTEGER NOT NULL,
  kind TEXT NOT NULL,
  row_id INTEGER NOT NULL,
  PRIMARY KEY (kind, row_id)
) STRICT;
CREATE INDEX tombstones_by_change ON tombstones (change_seq);

-- FI-4: folded text of the names, VIP ID, contact's name, e-mail and city, a line each, with two spaces at the end, so that
-- every character begins a trigram. The row's id is the customer's. The second table lists which rows a trigram is in.
CREATE VIRTUAL TABLE customer_search USING fts5 (text, tokenize = 'trigram', detail = 'none');
CREATE VIRTUAL TABLE customer_search_terms USING fts5vocab (customer_search, instance);

INSERT INTO counters (name, value) VALUES ('change_seq', 0), ('pa_number', 1000);

-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a workspace of version 1 held.
INSERT INTO members (id, change_seq, name, name_key, email, role, status) VALUES
  (1, 1, 'Primary admin', X'50', 'admin@reseller.example', 'primary-admin', 'active');
INSERT INTO customers (id, change_seq, vip_id, name, name_key, name_folded, segment, offer_type, country, region, street, city,
  postal_code, language, managed_by, invitation_status, invited_on, accepted_on, anniversary_date, anniversary_anchor,
  oldest_open_pa, newest_open_pa, licences_total) VALUES
  (1, 2, '0123456789ABCDEF0123', 'North School', X'4E', 'north school', 'education', 'team', 'DK', 'North', 'Street 1', 'North',
   '8000', 'da', 1, 'pending', '2024-01-02', NULL, NULL, NULL, NULL, NULL, 0),
  (2, 3, '0123456789ABCDEF0124', 'South Office', X'53', 'south office', 'government', 'enterprise', 'PL', 'South', 'Street 2',
   'South', '00-001', 'pl', 1, 'accepted', '2024-01-02', '2024-01-03', '2025-02-01', 1, '2024-02-01', '2024-02-01', 5);
INSERT INTO contacts (customer_id, role, given_name, family_name, email, email_folded) VALUES
  (1, 'primary', 'IT', 'Department', 'it@north.example', 'it@north.example'),
  (2, 'primary', 'IT', 'Department', 'it@south.example', 'it@south.example');
INSERT INTO products (id, change_seq, code, name, family, offer_type, licence_kind, for_commercial, for_government, for_education,
  open_to_pa, min_quantity) VALUES (1, 1, 'P1', 'Product 1', 'Products', 'team', 'named-user', 1, 1, 1, 1, 1);
INSERT INTO licences (customer_id, product_id, ordered, pending, assigned) VALUES (2, 1, 0, 5, 2);
INSERT INTO purchase_authorizations (id, change_seq, customer_id, number, date, status) VALUES
  (1, 3, 2, 'PA-1001', '2024-02-01', 'open');
INSERT INTO purchase_authorization_lines (pa_id, product_id, quantity, months) VALUES (1, 1, 5, 12);
INSERT INTO customer_search (rowid, text) VALUES (1, 'north school  '), (2, 'south office  ');

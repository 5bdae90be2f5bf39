-- Members and groups to try the service with. Anna may invite: she moderates a group. Emil is in it already.

INSERT INTO members (member_id, display_name, given_name, family_name, locale, wants, haves) VALUES
  ('anna',  'Anna Schmidt', 'Anna',  'Schmidt', 'en-GB', '[]', '["Meetups in Hamburg"]'),
  ('bernd', 'Bernd Müller', 'Bernd', 'Müller',  'en-GB', '["A user group near Hamburg"]', '["TypeScript"]'),
  ('deniz', 'Deniz Yılmaz', 'Deniz', 'Yılmaz',  'en-GB', '[]', '["Recruiting"]'),
  ('emil',  'Emil Ørsted',  'Emil',  'Ørsted',  'en-GB', '["Chess partners"]', '["Node.js"]');

INSERT INTO groups (group_id, name) VALUES ('typescript-hamburg', 'TypeScript Hamburg');

INSERT INTO memberships (group_id, member_id, standing) VALUES
  ('typescript-hamburg', 'anna', 'moderator'),
  ('typescript-hamburg', 'emil', 'member');

INSERT INTO contacts (member_id, contact_id) VALUES
  ('anna', 'bernd'), ('bernd', 'anna'),
  ('anna', 'emil'),  ('emil', 'anna');

-- Deniz wants no invitations. Whoever invites her does not learn why it is not possible.
INSERT INTO opt_outs (member_id, scope) VALUES ('deniz', 'all');

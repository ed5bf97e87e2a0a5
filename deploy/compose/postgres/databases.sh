#!/bin/sh
# A role and a database for each service, with the passwords of /run/secrets. PostgreSQL's image runs it when it makes its cluster; run
# again, it sets the passwords anew:
#   docker compose exec -u postgres postgres sh /docker-entrypoint-initdb.d/databases.sh
set -eu
secrets=${SECRETS:-/run/secrets}
for service in collector summarizer compliance review publisher; do
  # psql quotes what :'…' and :"…" name; the password is never an argument that other users see.
  password=$(cat "$secrets/$service")
  psql --quiet --no-psqlrc --set=ON_ERROR_STOP=1 --username="${POSTGRES_USER:-postgres}" --dbname=postgres --set=service="$service" << SQL
\set password '$password'
SELECT format('CREATE ROLE %I LOGIN', :'service') WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = :'service') \gexec
ALTER ROLE :"service" PASSWORD :'password';
SELECT format('CREATE DATABASE %I OWNER %I', :'service' || 'db', :'service')
WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = :'service' || 'db') \gexec
SELECT format('REVOKE ALL ON DATABASE %I FROM PUBLIC', :'service' || 'db') \gexec
SQL
done

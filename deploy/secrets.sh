#!/bin/sh
# Make the secrets of compose.yaml, in the folder `secrets` beside it. Existing files stay.
#   sh deploy/secrets.sh
set -eu

cd "$(dirname "$0")"
umask 077
mkdir -p secrets

# A secret is readable in its container, whose user is not this one; the folder is closed to others.
make() {
    if [ ! -e "secrets/$1" ]; then
        cat >"secrets/$1"
        chmod 0444 "secrets/$1"
    fi
}

random() {
    od -An -N24 -tx1 /dev/urandom | tr -d ' \n'
}

random | make postgres_password
printf 'postgresql://rushes:%s@database/rushes' "$(cat secrets/postgres_password)" |
    make database_url
printf '["%s"]' "$(random)" | make api_keys
random | make url_secret
random | make webhook_secret
random | make metrics_token
printf 'AWS_ACCESS_KEY_ID=rushes\nAWS_SECRET_ACCESS_KEY=%s\n' "$(random)" | make bucket.env
sed -n -e 's/AWS_ACCESS_KEY_ID=/MINIO_ROOT_USER=/p' -e 's/AWS_SECRET_ACCESS_KEY=/MINIO_ROOT_PASSWORD=/p' \
    secrets/bucket.env | make bucket_server.env
echo "The secrets are in $(pwd)/secrets"

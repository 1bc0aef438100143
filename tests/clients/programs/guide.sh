# The API with curl: submit, poll, download the first URL without a key.
set -eu

field() { sed -E "s/.*\"$1\": ?\[?\"([^\"]*)\".*/\1/"; }
get() { curl -fsS -H "Authorization: Bearer $OPENROUTER_API_KEY" "$1"; }

job=$(curl -fsS "$OPENROUTER_BASE_URL/videos" \
    -H "Authorization: Bearer $OPENROUTER_API_KEY" \
    -H "Content-Type: application/json" \
    -d "$REQUEST")
id=$(echo "$job" | field id)
status=pending
while [ "$status" = pending ] || [ "$status" = in_progress ]; do
    sleep 0.1
    job=$(get "$(echo "$job" | field polling_url)")
    status=$(echo "$job" | field status)
done
curl -fsS -o "$OUTPUT" "$(echo "$job" | field unsigned_urls)"
echo "$id" "$status"

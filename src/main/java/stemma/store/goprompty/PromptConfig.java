package stemma.store.goprompty;

import java.util.Map;
import java.util.function.Predicate;
import stemma.prompt.Json;

/// Which values go-prompty reads as a `prompt_config`. It decodes the member into a struct: an unknown member would be
/// lost with the next change of status, and one of another type would make the whole version unreadable.
final class PromptConfig {
    private static final Predicate<Json> TEXT = Json.Text.class::isInstance;
    private static final Predicate<Json> NUMBER = Json.Number.class::isInstance;
    private static final Predicate<Json> INTEGER =
            json -> json instanceof Json.Number number && number.value().matches("-?\\d{1,18}");
    private static final Predicate<Json> MAP = Json.Object.class::isInstance;

    private static final Map<String, Predicate<Json>> EXECUTION = Map.ofEntries(
            Map.entry("provider", TEXT),
            Map.entry("model", TEXT),
            Map.entry("temperature", NUMBER),
            Map.entry("max_tokens", INTEGER),
            Map.entry("top_p", NUMBER),
            Map.entry("top_k", INTEGER),
            Map.entry("min_p", NUMBER),
            Map.entry("repetition_penalty", NUMBER),
            Map.entry("seed", INTEGER),
            Map.entry("logprobs", INTEGER),
            Map.entry("modality", TEXT),
            Map.entry("stop_sequences", json -> isListOf(json, TEXT)),
            Map.entry("stop_token_ids", json -> isListOf(json, INTEGER)),
            Map.entry("logit_bias", json -> isMapOf(json, NUMBER)),
            Map.entry("provider_options", MAP));

    private static final Map<String, Predicate<Json>> PARAMETER = Map.of(
            "type", TEXT, "description", TEXT, "required", Json.Bool.class::isInstance, "default", _ -> true);

    private static final Map<String, Predicate<Json>> CONFIG = Map.ofEntries(
            Map.entry("name", TEXT),
            Map.entry("description", TEXT),
            Map.entry("license", TEXT),
            Map.entry("compatibility", TEXT),
            Map.entry("type", TEXT),
            Map.entry("metadata", MAP),
            Map.entry("sample", MAP),
            Map.entry("context", MAP),
            Map.entry("extensions", MAP),
            Map.entry("execution", json -> isStruct(json, EXECUTION)),
            Map.entry("inputs", json -> isMapOf(json, item -> isStruct(item, PARAMETER))),
            Map.entry("outputs", json -> isMapOf(json, item -> isStruct(item, PARAMETER))));

    private PromptConfig() {}

    /// Whether go-prompty is known to read the value and to keep all of it.
    static boolean isReadBack(Json.Object config) {
        return config.get("name").isPresent() && config.get("description").isPresent() && isStruct(config, CONFIG);
    }

    private static boolean isStruct(Json json, Map<String, Predicate<Json>> fields) {
        return json instanceof Json.Object object
                && object.members().entrySet().stream()
                        .allMatch(member -> fields.getOrDefault(member.getKey(), _ -> false).test(member.getValue()));
    }

    private static boolean isMapOf(Json json, Predicate<Json> value) {
        return json instanceof Json.Object object && object.members().values().stream().allMatch(value);
    }

    private static boolean isListOf(Json json, Predicate<Json> value) {
        return json instanceof Json.Array array && array.items().stream().allMatch(value);
    }
}

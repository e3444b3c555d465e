import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import org.openstack4j.api.OSClient.OSClientV3;
import org.openstack4j.api.compute.ServerService;
import org.openstack4j.api.exceptions.ResponseException;
import org.openstack4j.model.common.ActionResponse;
import org.openstack4j.model.common.Identifier;
import org.openstack4j.openstack.OSFactory;

/** Driver of openstack4j. */
public final class Openstack4jDriver {
  private static final ObjectMapper JSON = new ObjectMapper();

  private interface Call {
    Object run(ServerService servers, String server) throws Exception;
  }

  public static void main(String[] arguments) throws Exception {
    JsonNode given = JSON.readTree(System.in);
    System.out.println(JSON.writeValueAsString(drive(given)));
    // Threads of the HTTP client stay.
    System.exit(0);
  }

  private static Map<String, Object> drive(JsonNode given) {
    Map<String, String> metadata = JSON.convertValue(given.path("metadata"), Map.class);
    Map<String, Object> outcome = new LinkedHashMap<>();
    Call call;
    switch (given.get("operation").asText()) {
      case "read":
        outcome.put("call", "servers().getMetadata(id)");
        call = (servers, id) -> servers.getMetadata(id);
        break;
      // The documentation says that it creates or replaces items.
      case "set":
      case "replace":
        outcome.put("call", "servers().updateMetadata(id, metadata)");
        call = (servers, id) -> servers.updateMetadata(id, metadata);
        break;
      case "remove":
        outcome.put("call", "servers().deleteMetadataItem(id, key)");
        call = (servers, id) -> {
          for (JsonNode key : given.get("keys")) {
            ActionResponse response = servers.deleteMetadataItem(id, key.asText());
            // It returns a failure, and throws nothing.
            if (!response.isSuccess()) throw new Failed(response);
          }
          return null;
        };
        break;
      default:
        return Map.of("absent", true);
    }
    try {
      outcome.put("returned", call.run(signIn().compute().servers(), given.get("serverId").asText()));
    } catch (Exception error) {
      outcome.put("error", describe(error));
    }
    return outcome;
  }

  private static OSClientV3 signIn() {
    return OSFactory.builderV3()
        .endpoint(System.getenv("OS_AUTH_URL"))
        .credentials(
            System.getenv("OS_USERNAME"),
            System.getenv("OS_PASSWORD"),
            Identifier.byName(System.getenv("OS_USER_DOMAIN_NAME")))
        .scopeToProject(
            Identifier.byName(System.getenv("OS_PROJECT_NAME")),
            Identifier.byName(System.getenv("OS_PROJECT_DOMAIN_NAME")))
        .authenticate()
        .useRegion(System.getenv("OS_REGION_NAME"));
  }

  private static Map<String, Object> describe(Exception error) {
    Map<String, Object> described = new LinkedHashMap<>();
    boolean isReturned = error instanceof Failed;
    described.put("type", isReturned ? "ActionResponse (returned)" : error.getClass().getSimpleName());
    described.put("message", String.valueOf(error.getMessage()));
    if (error instanceof ResponseException) described.put("status", ((ResponseException) error).getStatus());
    if (isReturned) described.put("status", ((Failed) error).status);
    return described;
  }

  private static final class Failed extends Exception {
    final int status;

    Failed(ActionResponse response) {
      super(response.getFault());
      status = response.getCode();
    }
  }
}

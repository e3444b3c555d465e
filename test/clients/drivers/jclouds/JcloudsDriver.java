import com.google.common.collect.ImmutableSet;
import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import org.jclouds.ContextBuilder;
import org.jclouds.http.HttpResponseException;
import org.jclouds.openstack.keystone.config.KeystoneProperties;
import org.jclouds.openstack.nova.v2_0.NovaApi;
import org.jclouds.openstack.nova.v2_0.features.ServerApi;

/** Driver of Apache jclouds. */
public final class JcloudsDriver {
  private interface Call {
    Object run(ServerApi servers, String server);
  }

  public static void main(String[] arguments) {
    JsonObject given =
        JsonParser.parseReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).getAsJsonObject();
    System.out.println(new Gson().toJson(drive(given)));
    System.exit(0);
  }

  private static Map<String, Object> drive(JsonObject given) {
    Map<String, String> metadata = new Gson().fromJson(given.get("metadata"), Map.class);
    Map<String, Object> outcome = new LinkedHashMap<>();
    Call call;
    switch (given.get("operation").getAsString()) {
      case "read":
        outcome.put("call", "serverApi.getMetadata(id)");
        call = (servers, id) -> servers.getMetadata(id);
        break;
      case "set":
        outcome.put("call", "serverApi.updateMetadata(id, metadata)");
        call = (servers, id) -> servers.updateMetadata(id, metadata);
        break;
      case "replace":
        outcome.put("call", "serverApi.setMetadata(id, metadata)");
        call = (servers, id) -> servers.setMetadata(id, metadata);
        break;
      case "replace with nil":
        outcome.put("call", "serverApi.setMetadata(id, null)");
        call = (servers, id) -> servers.setMetadata(id, null);
        break;
      case "remove":
        outcome.put("call", "serverApi.deleteMetadata(id, key)");
        call = (servers, id) -> {
          given.getAsJsonArray("keys").forEach(key -> servers.deleteMetadata(id, key.getAsString()));
          return null;
        };
        break;
      default:
        return Map.of("absent", true);
    }
    try (NovaApi nova = signIn()) {
      outcome.put(
          "returned", call.run(nova.getServerApi(System.getenv("OS_REGION_NAME")), given.get("serverId").getAsString()));
    } catch (Exception error) {
      outcome.put("error", describe(error));
    }
    return outcome;
  }

  private static NovaApi signIn() {
    Properties overrides = new Properties();
    overrides.put(KeystoneProperties.KEYSTONE_VERSION, "3");
    overrides.put(KeystoneProperties.SCOPE, "project:" + System.getenv("OS_PROJECT_NAME"));
    return ContextBuilder.newBuilder("openstack-nova")
        .endpoint(System.getenv("OS_AUTH_URL"))
        .credentials(System.getenv("OS_USER_DOMAIN_NAME") + ":" + System.getenv("OS_USERNAME"), System.getenv("OS_PASSWORD"))
        .overrides(overrides)
        .modules(ImmutableSet.of())
        .buildApi(NovaApi.class);
  }

  private static Map<String, Object> describe(Exception error) {
    Map<String, Object> described = new LinkedHashMap<>();
    described.put("type", error.getClass().getSimpleName());
    described.put("message", String.valueOf(error.getMessage()));
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof HttpResponseException && ((HttpResponseException) cause).getResponse() != null)
        described.put("status", ((HttpResponseException) cause).getResponse().getStatusCode());
    }
    return described;
  }
}

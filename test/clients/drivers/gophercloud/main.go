// Driver of gophercloud.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"

	"github.com/gophercloud/gophercloud/v2"
	"github.com/gophercloud/gophercloud/v2/openstack"
	"github.com/gophercloud/gophercloud/v2/openstack/compute/v2/servers"
)

type request struct {
	Operation string            `json:"operation"`
	ServerID  string            `json:"serverId"`
	Metadata  map[string]string `json:"metadata"`
	Keys      []string          `json:"keys"`
}

type outcome map[string]any

func main() {
	var given request
	if err := json.NewDecoder(os.Stdin).Decode(&given); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	_ = json.NewEncoder(os.Stdout).Encode(drive(given))
}

func drive(given request) outcome {
	ctx := context.Background()
	call, run := callOf(given.Operation)
	if run == nil {
		return outcome{"absent": true}
	}
	client, err := signIn(ctx)
	var returned any
	if err == nil {
		returned, err = run(ctx, client, given)
	}
	if err != nil {
		return outcome{"call": call, "error": outcome{"type": typeOf(err), "message": err.Error(), "status": statusOf(err)}}
	}
	return outcome{"call": call, "returned": returned}
}

type function func(context.Context, *gophercloud.ServiceClient, request) (any, error)

func callOf(operation string) (string, function) {
	switch operation {
	case "read":
		return "servers.Metadata(ctx, client, id)", func(ctx context.Context, client *gophercloud.ServiceClient, it request) (any, error) {
			return servers.Metadata(ctx, client, it.ServerID).Extract()
		}
	case "set":
		return "servers.UpdateMetadata(ctx, client, id, opts)", func(ctx context.Context, client *gophercloud.ServiceClient, it request) (any, error) {
			return servers.UpdateMetadata(ctx, client, it.ServerID, servers.MetadataOpts(it.Metadata)).Extract()
		}
	case "replace":
		return "servers.ResetMetadata(ctx, client, id, opts)", func(ctx context.Context, client *gophercloud.ServiceClient, it request) (any, error) {
			return servers.ResetMetadata(ctx, client, it.ServerID, servers.MetadataOpts(it.Metadata)).Extract()
		}
	case "remove":
		return "servers.DeleteMetadatum(ctx, client, id, key)", func(ctx context.Context, client *gophercloud.ServiceClient, it request) (any, error) {
			for _, key := range it.Keys {
				if err := servers.DeleteMetadatum(ctx, client, it.ServerID, key).ExtractErr(); err != nil {
					return nil, err
				}
			}
			return nil, nil
		}
	case "replace with nil":
		return "servers.ResetMetadata(ctx, client, id, nil map)", func(ctx context.Context, client *gophercloud.ServiceClient, it request) (any, error) {
			return servers.ResetMetadata(ctx, client, it.ServerID, servers.MetadataOpts(nil)).Extract()
		}
	}
	return "", nil
}

func signIn(ctx context.Context) (*gophercloud.ServiceClient, error) {
	// AuthOptionsFromEnv reads no OS_USER_DOMAIN_NAME.
	options := gophercloud.AuthOptions{
		IdentityEndpoint: os.Getenv("OS_AUTH_URL"),
		Username:         os.Getenv("OS_USERNAME"),
		Password:         os.Getenv("OS_PASSWORD"),
		DomainName:       os.Getenv("OS_USER_DOMAIN_NAME"),
		TenantName:       os.Getenv("OS_PROJECT_NAME"),
		// A new token when the old one has expired, as long-running programs have it.
		AllowReauth: true,
	}
	provider, err := openstack.AuthenticatedClient(ctx, options)
	if err != nil {
		return nil, err
	}
	return openstack.NewComputeV2(provider, gophercloud.EndpointOpts{Region: os.Getenv("OS_REGION_NAME")})
}

func typeOf(err error) string {
	return fmt.Sprintf("%T", err)
}

func statusOf(err error) any {
	var response gophercloud.ErrUnexpectedResponseCode
	if errors.As(err, &response) {
		return response.Actual
	}
	return nil
}

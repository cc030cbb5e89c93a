using System.Data.Common;
using System.Runtime.CompilerServices;
using System.Security.Claims;
using Microsoft.AspNetCore.Identity;

namespace Gateway.Cloud.Station.Accounts;

/// <summary>
/// Ends what stays open for hours, such as a live stream, once the log-in behind it is no longer good: the cookie is looked at when
/// a request begins and never again. Safe for use by several threads.
/// </summary>
internal sealed class SessionWatch(IServiceScopeFactory scopes, TimeProvider time)
{
    /// <summary>How long a stream may outlive its log-in; other requests look as seldom.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    /// <summary>The items until the officer's security stamp has changed: password changed or reset, account removed.</summary>
    public async IAsyncEnumerable<T> WhileGoodAsync<T>(
        ClaimsPrincipal officer, IAsyncEnumerable<T> items, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var looked = time.GetTimestamp();
        await foreach (var item in items.WithCancellation(cancellationToken))
        {
            if (time.GetElapsedTime(looked) >= Interval)
            {
                if (!await IsGoodAsync(officer))
                {
                    yield break;
                }

                looked = time.GetTimestamp();
            }

            yield return item;
        }
    }

    private async Task<bool> IsGoodAsync(ClaimsPrincipal officer)
    {
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            return await scope.ServiceProvider.GetRequiredService<SignInManager<Officer>>().ValidateSecurityStampAsync(officer) is not null;
        }
        catch (DbException)
        {
            // The stream itself tells that the database is away; the next look decides.
            return true;
        }
    }
}

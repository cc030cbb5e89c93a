namespace Gateway.Edge.Console.Residents;

/// <summary>Lets a page ask for the device's camera; every other page may not.</summary>
internal static class CameraPolicy
{
    /// <summary>Before the answer has begun.</summary>
    public static void Allow(HttpContext context) => context.Response.Headers["Permissions-Policy"] = "camera=(self), microphone=(), geolocation=()";
}

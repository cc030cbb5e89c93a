using System.Collections.Immutable;

namespace Gateway.Edge.Access.Passes;

/// <summary>All passes at one moment, and the cards and PINs that stand for some of them. Never changes, so that gates look without waiting for a disk.</summary>
internal sealed class PassShelf
{
    private readonly ImmutableDictionary<Guid, (Pass Pass, string? Mark)> _passes;
    private readonly ImmutableDictionary<string, Guid> _marks;

    private PassShelf(ImmutableDictionary<Guid, (Pass Pass, string? Mark)> passes, ImmutableDictionary<string, Guid> marks) => (_passes, _marks) = (passes, marks);

    /// <summary>Without any pass.</summary>
    public static PassShelf Empty { get; } = new(ImmutableDictionary<Guid, (Pass Pass, string? Mark)>.Empty, ImmutableDictionary.Create<string, Guid>(StringComparer.Ordinal));

    /// <summary>Every pass, in no order.</summary>
    public IEnumerable<Pass> Passes => _passes.Values.Select(held => held.Pass);

    /// <summary>A pass; null where there is none.</summary>
    public Pass? Find(Guid pass) => _passes.TryGetValue(pass, out var held) ? held.Pass : null;

    /// <summary>The pass of a card's or a PIN's mark; null where nobody holds it.</summary>
    public Pass? OfMark(byte[] mark) => _marks.TryGetValue(Convert.ToHexString(mark), out var pass) ? _passes[pass].Pass : null;

    /// <summary>With one more pass.</summary>
    public PassShelf With(Pass pass, byte[]? mark)
    {
        var text = mark is null ? null : Convert.ToHexString(mark);
        return new PassShelf(_passes.SetItem(pass.Id, (pass, text)), text is null ? _marks : _marks.SetItem(text, pass.Id));
    }

    /// <summary>With a pass that was taken back, whose card is nobody's now.</summary>
    public PassShelf WithRevoked(Pass pass) => Without([pass.Id]).With(pass, mark: null);

    /// <summary>Without these passes and their cards.</summary>
    public PassShelf Without(IReadOnlyCollection<Guid> passes) =>
        new(_passes.RemoveRange(passes), _marks.RemoveRange(passes.Select(pass => _passes[pass].Mark).OfType<string>()));
}

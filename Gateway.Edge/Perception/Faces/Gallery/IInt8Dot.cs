namespace Gateway.Edge.Perception.Faces.Gallery;

/// <summary>Exact dot product of a query of 512 shorts with a row of 512 signed bytes (both within -127..127), for one vector width.</summary>
internal interface IInt8Dot
{
    /// <summary>The sum of the 512 products.</summary>
    static abstract int Dot(ref short query, ref sbyte row);
}

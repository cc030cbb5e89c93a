namespace Gateway.Edge.Perception.FallingObjects.Synthetic.Scene;

/// <summary>The level that a point of a scene has in plain light, with what stands out of the facade seen from below. Not thread-safe.</summary>
internal sealed class TowerPainter(SceneCamera camera, Tower tower)
{
    private const double ConditionerDepth = 0.45;
    private const float Slab = 0.42f;

    private readonly double _storey = tower.Building.FloorHeight;
    private readonly double _roof = tower.Building.Height + Tower.Parapet;
    private readonly double _distance = camera.Placement.Distance;
    private readonly double _lens = camera.Placement.Height;
    private readonly float _wall = (float)tower.Wall;
    private readonly int _seed = tower.Seed;

    /// <summary>Whether a pixel looks past the tower, where nothing has sharp edges that matter.</summary>
    public bool Past(double px, double py)
    {
        var (x, y) = camera.Facade(px, py);
        return !(y is >= 0 && y < _roof && x >= tower.Left && x < tower.Right);
    }

    /// <summary>The level where a pixel looks, 0..255, and whether it is glass.</summary>
    public (float Level, bool Glass) At(double px, double py)
    {
        var (x, y) = camera.Facade(px, py);
        if (y is >= 0 && y < _roof && x >= tower.Left && x < tower.Right)
        {
            return Facade(x, y);
        }

        if (y < 0)
        {
            return (Street(px, py), false);
        }

        return (Behind(px, py), false);
    }

    private (float Level, bool Glass) Facade(double x, double y)
    {
        var bay = tower.BayAt(x);
        if (y >= tower.Building.Height)
        {
            var coping = y > _roof - 0.12 ? 1.12f : y < tower.Building.Height + 0.1 ? 0.8f : 1f;
            return (_wall * coping * Grain(x, y), false);
        }

        var kind = tower.Bays[bay];
        if (StandsOut(kind, x, y) is { } front)
        {
            return (front, false);
        }

        var storey = (int)(y / _storey);
        var (u, v) = (x - tower.Left - (bay * tower.BayWidth), y - (storey * _storey));
        return storey == 0 ? GroundFloor(u, v, bay)
            : kind == BayKind.Glass ? Pane(x, y, u, v, bay, storey)
            : kind == BayKind.Balcony ? (Recess(u, v, bay, storey), false)
            : Window(x, y, u, v, bay, storey);
    }

    /// <summary>What a balcony or an air conditioner shows of its front or its underside; null where neither hides the wall.</summary>
    private float? StandsOut(BayKind kind, double x, double y)
    {
        if (kind is not (BayKind.Balcony or BayKind.Conditioner))
        {
            return null;
        }

        var depth = kind == BayKind.Balcony ? Tower.BalconyDepth : ConditionerDepth;
        var near = (_distance - depth) / _distance;
        var (fx, fy) = (x * near, _lens + ((y - _lens) * near));
        var storey = Math.Floor(fy / _storey);
        var (u, v) = (fx - tower.Left - (tower.BayAt(fx) * tower.BayWidth), fy - (storey * _storey));
        var (left, right, low, high) = kind == BayKind.Balcony
            ? (0.06 * tower.BayWidth, 0.94 * tower.BayWidth, -0.12, 1.05)
            : (0.26 * tower.BayWidth, (0.26 * tower.BayWidth) + 0.85, -0.05, 0.45);
        if (v > _storey + low)
        {
            (storey, v) = (storey + 1, v - _storey);
        }

        if (storey < 1 || storey >= tower.Building.Floors || u < left || u > right)
        {
            return null;
        }

        if (v >= low && v <= high)
        {
            return kind == BayKind.Balcony ? Parapet(fx, v, (int)storey) : 0.5f * (_wall + 205) * (((int)(v * 18) & 1) == 0 ? 0.86f : 1f);
        }

        // Below the front's lower edge but above where the wall behind it begins: the underside, in shade.
        var edge = ((v > high ? storey + 1 : storey) * _storey) + low;
        return storey + (v > high ? 1 : 0) < tower.Building.Floors && fy < edge && y > edge ? _wall * Slab : null;
    }

    private float Parapet(double x, double v, int storey) =>
        v < 0.06 ? _wall * 1.1f
        : (_seed & 1) == 0 ? ((int)Math.Floor(x * 9) % 3 == 0 || v > 0.97 ? _wall * 0.62f : _wall * 0.36f)
        : _wall * (v > 0.97 ? 1.14f : 0.95f) * Grain(x, v + storey);

    private float Recess(double u, double v, int bay, int storey)
    {
        if (u < 0.05 * tower.BayWidth || u > 0.95 * tower.BayWidth || v > _storey - 0.3)
        {
            return _wall * 0.9f * Grain(u + bay, v + storey);
        }

        var open = Scatter.Unit(bay, storey, _seed);
        var door = u > 0.3 * tower.BayWidth && u < 0.75 * tower.BayWidth && v < 2.2;
        return _wall * (door ? 0.2f + (0.2f * open) : 0.38f + (0.12f * open)) * (float)(1.05 - (0.1 * v));
    }

    private (float Level, bool Glass) Window(double x, double y, double u, double v, int bay, int storey)
    {
        var (left, right) = (Tower.WindowMargin * tower.BayWidth, (1 - Tower.WindowMargin) * tower.BayWidth);
        if (u < left || u > right || v < Tower.SillHeight || v > Tower.LintelHeight)
        {
            var nearby = u > left - 0.1 && u < right + 0.1;
            return (nearby && v > Tower.SillHeight - 0.12 && v < Tower.SillHeight ? _wall * 1.16f
                : nearby && v > Tower.SillHeight - 0.3 && v < Tower.SillHeight ? _wall * 0.84f
                : Wall(x, y, v), false);
        }

        var (a, b) = ((u - left) / (right - left), v - Tower.SillHeight);
        var frame = Math.Min(Math.Min(u - left, right - u), Math.Min(b, Tower.LintelHeight - v));
        if (frame < 0.06 || Math.Abs(a - 0.5) * (right - left) < 0.035)
        {
            return (((_seed >> 1) & 1) == 0 ? 208 : 62, false);
        }

        var kind = Scatter.Unit(bay, storey, _seed);
        var curtain = kind > 0.72f && (a < 0.3 || (kind > 0.86f && a > 0.55));
        var shade = 34 + (46 * Scatter.Unit(storey, bay, _seed + 7));
        var sky = (float)(tower.Sky * 0.22 * (0.6 + (0.4 * y / tower.Building.Height)));
        return (curtain ? 118 + (34 * Scatter.Unit((int)(a * 26), bay, storey)) : shade + (sky * (0.75f + (0.35f * (float)(b - a)))), true);
    }

    private (float Level, bool Glass) Pane(double x, double y, double u, double v, int bay, int storey)
    {
        var half = u % (tower.BayWidth / 2);
        if (half < 0.05 || half > (tower.BayWidth / 2) - 0.05 || v < 0.06 || Math.Abs(v - (_storey * 0.55)) < 0.03)
        {
            return (70, false);
        }

        var tint = 0.9f + (0.16f * Scatter.Unit((int)(u / (tower.BayWidth / 2)), bay, storey + _seed));
        var cloud = Scatter.Cloud((float)(x * 0.22), (float)(y * 0.13), _seed);
        return ((float)tower.Sky * tint * (0.42f + (0.22f * cloud) + (0.12f * (float)(y / tower.Building.Height))), true);
    }

    private (float Level, bool Glass) GroundFloor(double u, double v, int bay)
    {
        var shop = v > 0.4 && v < _storey - 0.9 && u > 0.3 && u < tower.BayWidth - 0.3;
        return v > _storey - 0.45 ? (_wall * 0.55f, false)
            : shop ? (38 + (50 * Scatter.Unit(bay, 3, _seed)) + (float)(14 * v), true)
            : (_wall * 0.7f * Grain(u + bay, v), false);
    }

    private float Wall(double x, double y, double v)
    {
        var level = _wall * Grain(x, y) * (v < 0.09 ? 0.86f : 1f);
        if (tower.Brick)
        {
            var course = (int)Math.Floor(y / 0.25);
            var along = (x / 0.62) + (0.5 * (course & 1));
            var joint = (y / 0.25) - course < 0.14 || along - Math.Floor(along) < 0.06;
            level *= joint ? 1.1f : 0.9f + (0.13f * Scatter.Unit((int)Math.Floor(along), course, _seed));
        }

        return level;
    }

    /// <summary>Stains and uneven plaster, about 1.</summary>
    private float Grain(double x, double y) =>
        0.9f + (0.1f * Scatter.Cloud((float)x * 0.35f, (float)y * 0.11f, _seed)) + (0.06f * Scatter.Cloud((float)x * 3.1f, (float)y * 2.3f, _seed + 1))
        + (0.05f * Scatter.Cloud((float)x * 11f, (float)y * 13f, _seed + 2));

    /// <summary>The sky, and other towers that stand farther away.</summary>
    private float Behind(double px, double py)
    {
        var (dx, up, towards) = camera.Ray(px, py);
        var (turn, climb) = (dx / towards, up / towards);
        var block = (int)Math.Floor(turn * 3.1);
        var kind = Scatter.Unit(block, 11, _seed);
        if (climb < (kind - 0.35f) * 1.1f)
        {
            var (gx, gy) = (turn * 42, climb * 36);
            var hole = gx - Math.Floor(gx) is > 0.3 and < 0.75 && gy - Math.Floor(gy) is > 0.3 and < 0.8;
            return (float)tower.Sky * (hole ? 0.46f : 0.56f + (0.15f * Scatter.Unit(block, 12, _seed)));
        }

        var cloud = Scatter.Cloud((float)(turn * 2.2), (float)(climb * 3), _seed + 5) + (0.5f * Scatter.Cloud((float)(turn * 5), (float)(climb * 7), _seed + 6));
        return (float)(tower.Sky * (0.86 + (0.16 * cloud) - (0.05 * Math.Min(2, climb))));
    }

    private float Street(double px, double py)
    {
        var (dx, up, towards) = camera.Ray(px, py);
        var far = Math.Min(200, _lens / Math.Max(1e-3, -up));
        var (x, z) = (dx * far, towards * far);
        var lane = z / _distance;
        var grain = 0.92f + (0.12f * Scatter.Cloud((float)x * 2, (float)z * 2, _seed + 8));
        return (lane > 0.82 ? 150 : lane > 0.78 ? 190 : 92) * grain;
    }
}

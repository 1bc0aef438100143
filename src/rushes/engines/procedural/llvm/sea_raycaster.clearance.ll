; generated with Python 3.11, numba 0.68.1, llvmlite 0.50.0, Linux x86_64
; source d8e85965cd40d806eb0ea35d79a56e49
; entry sea_raycaster.clearance.0(float32:3:C, float32:2:C, float32:2:C, float64:2:C, float64:1:C, float64:1:C, float64:2:C, float64, float64, float64, float64) -> float64
define double @sea_raycaster.clearance.0(ptr %0) {
  %2 = getelementptr i8, ptr %0, i64 56
  %3 = load ptr, ptr %2, align 8
  %4 = getelementptr i8, ptr %0, i64 72
  %5 = load i64, ptr %4, align 8
  %6 = getelementptr i8, ptr %0, i64 136
  %7 = load ptr, ptr %6, align 8
  %8 = getelementptr i8, ptr %0, i64 152
  %9 = load i64, ptr %8, align 8
  %10 = getelementptr i8, ptr %0, i64 176
  %11 = load ptr, ptr %10, align 8
  %12 = getelementptr i8, ptr %0, i64 200
  %13 = load ptr, ptr %12, align 8
  %14 = getelementptr i8, ptr %0, i64 264
  %15 = load double, ptr %14, align 8
  %16 = getelementptr i8, ptr %0, i64 272
  %17 = load double, ptr %16, align 8
  %18 = getelementptr i8, ptr %0, i64 280
  %19 = load double, ptr %18, align 8
  %20 = getelementptr i8, ptr %0, i64 288
  %21 = load double, ptr %20, align 8
  %22 = fmul double %19, 3.000000e-01
  %23 = tail call double @log2(double %22)
  br label %27
24:
  %25 = add nsw i64 %30, 1
  %26 = icmp eq i64 %25, 4
  br i1 %26, label %135, label %27
27:
  %28 = phi double [ 0.000000e+00, %1 ], [ %133, %24 ]
  %29 = phi double [ 0.000000e+00, %1 ], [ %132, %24 ]
  %30 = phi i64 [ -3, %1 ], [ %25, %24 ]
  %31 = mul nsw i64 %30, %30
  %32 = sitofp i64 %30 to double
  %33 = fmul double %19, %32
  %34 = fdiv double %33, 3.000000e+00
  %35 = fadd double %17, %34
  br label %36
36:
  %37 = phi double [ %28, %27 ], [ %133, %122 ]
  %38 = phi double [ %29, %27 ], [ %132, %122 ]
  %39 = phi i64 [ -3, %27 ], [ %123, %122 ]
  %40 = sitofp i64 %39 to double
  %41 = fmul double %19, %40
  %42 = fdiv double %41, 3.000000e+00
  %43 = fadd double %15, %42
  br label %109
44:
  %45 = getelementptr double, ptr %11, i64 %112
  %46 = load double, ptr %45, align 8
  %47 = mul nuw nsw i64 %112, %9
  %48 = getelementptr double, ptr %7, i64 %47
  %49 = getelementptr i8, ptr %48, i64 8
  %50 = load double, ptr %49, align 8
  %51 = load double, ptr %48, align 8
  %52 = fmul double %43, %51
  %53 = fmul double %35, %50
  %54 = fadd double %53, %52
  %55 = fmul double %46, %54
  %56 = fmul double %35, %51
  %57 = fmul double %43, %50
  %58 = fsub double %56, %57
  %59 = fmul double %46, %58
  %60 = fptrunc double %55 to float
  %61 = fptrunc double %59 to float
  %62 = lshr i64 128, %120
  %63 = trunc nuw nsw i64 %62 to i32
  %64 = uitofp i32 %63 to float
  %65 = fmul float %64, %60
  %66 = fadd float %65, -5.000000e-01
  %67 = fmul float %64, %61
  %68 = fadd float %67, -5.000000e-01
  %69 = tail call float @llvm.floor.f32(float %66)
  %70 = tail call float @llvm.floor.f32(float %68)
  %71 = add nuw nsw i64 %62, 1
  %72 = fptosi float %69 to i32
  %73 = add nsw i32 %63, -1
  %74 = and i32 %73, %72
  %75 = fptosi float %70 to i32
  %76 = and i32 %73, %75
  %77 = trunc nuw nsw i64 %71 to i32
  %78 = shl nuw nsw i32 %77, 1
  %79 = add i32 %76, %78
  %80 = mul i32 %79, %77
  %81 = add i32 %80, %74
  %82 = fsub float %66, %69
  %83 = fsub float %68, %70
  %84 = mul nuw nsw i64 %112, %5
  %85 = getelementptr float, ptr %3, i64 %84
  %86 = sext i32 %81 to i64
  %87 = getelementptr float, ptr %85, i64 %86
  %88 = load float, ptr %87, align 4
  %89 = getelementptr i8, ptr %87, i64 4
  %90 = load float, ptr %89, align 4
  %91 = fsub float %90, %88
  %92 = fmul float %91, %82
  %93 = fadd float %88, %92
  %94 = getelementptr float, ptr %85, i64 %71
  %95 = getelementptr float, ptr %94, i64 %86
  %96 = load float, ptr %95, align 4
  %97 = getelementptr i8, ptr %95, i64 4
  %98 = load float, ptr %97, align 4
  %99 = fsub float %98, %96
  %100 = fmul float %99, %82
  %101 = fadd float %96, %100
  %102 = fsub float %101, %93
  %103 = fmul float %83, %102
  %104 = fadd float %93, %103
  %105 = fpext float %104 to double
  %106 = fadd double %110, %105
  br label %107
107:
  %108 = phi double [ %106, %44 ], [ %110, %109 ]
  br i1 %111, label %122, label %109
109:
  %110 = phi double [ 0.000000e+00, %36 ], [ %108, %107 ]
  %111 = phi i1 [ false, %36 ], [ true, %107 ]
  %112 = phi i64 [ 0, %36 ], [ 1, %107 ]
  %113 = getelementptr double, ptr %13, i64 %112
  %114 = load double, ptr %113, align 8
  %115 = fadd double %23, %114
  %116 = fadd double %115, 5.000000e-01
  %117 = fptosi double %116 to i64
  %118 = tail call i64 @llvm.smax.i64(i64 %117, i64 0)
  %119 = shl i64 %118, 32
  %120 = ashr exact i64 %119, 32
  %121 = icmp slt i64 %120, 6
  br i1 %121, label %44, label %107
122:
  %123 = add nsw i64 %39, 1
  %124 = mul nsw i64 %39, %39
  %125 = add nuw nsw i64 %124, %31
  %126 = uitofp i64 %125 to double
  %127 = fmul double %126, -1.800000e-01
  %128 = tail call double @llvm.exp.f64(double %127)
  %129 = fmul double %21, %108
  %130 = tail call double @llvm.exp.f64(double %129)
  %131 = fmul double %128, %130
  %132 = fadd double %38, %131
  %133 = fadd double %37, %128
  %134 = icmp eq i64 %123, 4
  br i1 %134, label %24, label %36
135:
  %136 = fdiv double %132, %133
  %137 = tail call double @llvm.log.f64(double %136)
  %138 = fdiv double %137, %21
  ret double %138
}
declare double @log2(double) nounwind willreturn memory(none)
declare double @llvm.exp.f64(double)
declare float @llvm.floor.f32(float)
declare double @llvm.log.f64(double)
declare i64 @llvm.smax.i64(i64, i64)

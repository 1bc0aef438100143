; generated with Python 3.11, numba 0.68.1, llvmlite 0.50.0, Linux x86_64
; source 3e132c6136ba8d880d64c057b31c04b1
; entry city_layout.cast_shadows.0(float32:2:C, float64, float64, float64, float32:2:C, int64, int64) -> none
define void @city_layout.cast_shadows.0(ptr %0) {
  %2 = load ptr, ptr %0, align 8
  %3 = getelementptr i8, ptr %0, i64 16
  %4 = load i64, ptr %3, align 8
  %5 = getelementptr i8, ptr %0, i64 40
  %6 = load double, ptr %5, align 8
  %7 = getelementptr i8, ptr %0, i64 48
  %8 = load double, ptr %7, align 8
  %9 = getelementptr i8, ptr %0, i64 56
  %10 = load double, ptr %9, align 8
  %11 = getelementptr i8, ptr %0, i64 64
  %12 = load ptr, ptr %11, align 8
  %13 = getelementptr i8, ptr %0, i64 72
  %14 = load i64, ptr %13, align 8
  %15 = getelementptr i8, ptr %0, i64 80
  %16 = load i64, ptr %15, align 8
  %17 = getelementptr i8, ptr %0, i64 104
  %18 = load i64, ptr %17, align 8
  %19 = getelementptr i8, ptr %0, i64 112
  %20 = load i64, ptr %19, align 8
  %21 = fmul double %6, %6
  %22 = fmul double %10, %10
  %23 = fadd double %21, %22
  %24 = tail call double @llvm.sqrt.f64(double %23)
  %25 = fcmp olt double %24, 1.000000e-04
  %26 = select i1 %25, double 1.000000e-04, double %24
  %27 = fdiv double %6, %26
  %28 = fdiv double %10, %26
  %29 = fcmp olt double %8, 2.000000e-02
  %30 = select i1 %29, double 2.000000e-02, double %8
  %31 = fdiv double %30, %26
  %32 = fmul double %31, 3.000000e+00
  %33 = sub i64 %20, %18
  %34 = icmp slt i64 %33, 1
  br i1 %34, label %93, label %45
35:
  %36 = add nsw i64 %53, -1
  %37 = add i64 %54, 1
  %38 = icmp sgt i64 %53, 1
  br i1 %38, label %52, label %93
39:
  %40 = fptrunc double %91 to float
  br label %41
41:
  %42 = phi float [ 0.000000e+00, %62 ], [ %40, %39 ]
  %43 = getelementptr float, ptr %59, i64 %63
  store float %42, ptr %43, align 4
  %44 = icmp eq i64 %64, 512
  br i1 %44, label %35, label %62
45:
  %46 = fdiv double 2.600000e+02, %32
  %47 = fcmp ogt double %46, 1.500000e+02
  %48 = select i1 %47, double 1.500000e+02, double %46
  %49 = fptosi double %48 to i64
  %50 = tail call i64 @llvm.smax.i64(i64 %49, i64 0)
  %51 = icmp slt i64 %49, 1
  br label %52
52:
  %53 = phi i64 [ %33, %45 ], [ %36, %35 ]
  %54 = phi i64 [ %18, %45 ], [ %37, %35 ]
  %55 = icmp slt i64 %54, 0
  %56 = select i1 %55, i64 %14, i64 0
  %57 = add i64 %56, %54
  %58 = mul i64 %57, %16
  %59 = getelementptr float, ptr %12, i64 %58
  %60 = sitofp i64 %54 to double
  %61 = fadd double %60, 5.000000e-01
  br label %62
62:
  %63 = phi i64 [ 0, %52 ], [ %64, %41 ]
  %64 = add nuw nsw i64 %63, 1
  br i1 %51, label %41, label %65
65:
  %66 = uitofp i64 %63 to double
  %67 = fadd double %66, 5.000000e-01
  br label %68
68:
  %69 = phi double [ 0.000000e+00, %65 ], [ %91, %68 ]
  %70 = phi i64 [ 1, %65 ], [ %71, %68 ]
  %71 = add nuw i64 %70, 1
  %72 = sitofp i64 %70 to double
  %73 = fmul double %27, %72
  %74 = fadd double %67, %73
  %75 = tail call double @llvm.floor.f64(double %74)
  %76 = fptosi double %75 to i64
  %77 = and i64 %76, 511
  %78 = fmul double %28, %72
  %79 = fadd double %61, %78
  %80 = tail call double @llvm.floor.f64(double %79)
  %81 = fptosi double %80 to i64
  %82 = and i64 %81, 511
  %83 = mul i64 %82, %4
  %84 = getelementptr float, ptr %2, i64 %83
  %85 = getelementptr float, ptr %84, i64 %77
  %86 = load float, ptr %85, align 4
  %87 = fmul double %32, %72
  %88 = fpext float %86 to double
  %89 = fsub double %88, %87
  %90 = fcmp ogt double %89, %69
  %91 = select i1 %90, double %89, double %69
  %92 = icmp eq i64 %70, %50
  br i1 %92, label %39, label %68
93:
  ret void
}
declare double @llvm.floor.f64(double)
declare i64 @llvm.smax.i64(i64, i64)
declare double @llvm.sqrt.f64(double)
